"""One window for each user and profile: a second start hands its file over and ends.

Only a courtesy: that nobody writes into a ledger twice is SQLite's lock.
"""

import json
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from creditmate.ui.shell.whose import server_name

_MET = b"met\n"
_CONNECT, _ANSWER = 500, 5000
"""Milliseconds within which the first window has to be there, and to answer."""
_LONGEST = 64 * 1024  # bytes of a path


def hand_over(ledger: Path | None) -> bool:
    """Ask the window that is open to come to the front, and to open a ledger if one is named.

    Returns:
        Whether there is one that answered; if not, this start is the first.
    """
    socket = QLocalSocket()
    socket.connectToServer(server_name())
    if not socket.waitForConnected(_CONNECT):
        return False
    path = None if ledger is None else str(ledger.absolute())
    socket.write(json.dumps({"ledger": path}).encode() + b"\n")
    answered = socket.waitForReadyRead(_ANSWER) and bytes(socket.readAll().data()) == _MET
    socket.abort()
    return answered


class FirstWindow(QObject):
    """Listens for later starts."""

    called = Signal(object)
    """Somebody started the program again: the ``Path`` they want opened, or None."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Begin; the socket of a window that crashed is cleared away.

        Returns:
            Whether later starts will be heard. If not, they open windows of their own.
        """
        if self._server.listen(server_name()):
            return True
        QLocalServer.removeServer(server_name())
        return self._server.listen(server_name())

    def stop(self) -> None:
        """Listen no more."""
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(self._on_words)
            if socket.bytesAvailable():
                self._hear(socket)

    def _on_words(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            said = json.loads(bytes(socket.readLine(_LONGEST).data()))
        except (ValueError, RecursionError):
            socket.abort()
            return
        ledger = said.get("ledger") if isinstance(said, dict) else None
        socket.write(_MET)
        socket.flush()
        self.called.emit(Path(ledger) if isinstance(ledger, str) else None)
