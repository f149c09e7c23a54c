from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QPushButton, QLineEdit
from creditmate.ui.security.new_password import NewPassword
from tests.ui.window.walking import named
def chain(w, n=14):
    out=[]; 
    for _ in range(n):
        out.append(type(w).__name__+":"+(w.accessibleName() or w.objectName())+("*" if w.focusPolicy()&Qt.FocusPolicy.TabFocus else "")); w=w.nextInFocusChain()
    return out
def test_probe(office):
    n = NewPassword(office.around)
    print("alone", chain(n.first.input))
    d = QDialog(office.window); box=QVBoxLayout(d); box.addWidget(QLineEdit()); box.addWidget(n); box.addWidget(QPushButton("ok"))
    print("in", chain(n.first.input))
    d.show()
    print("shown", chain(n.first.input))
    n._set_tab_order()
    print("again", chain(n.first.input))
    d.close()
