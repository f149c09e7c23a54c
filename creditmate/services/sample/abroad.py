"""Customers in other countries; telephone numbers of theirs only where some are kept for fiction.

Addresses have the form of their country and postcodes that it does not give out.
"""

from creditmate.services.sample.firms import Firm
from creditmate.services.sample.firms import Person as Who

ABROAD = (
    Firm("LOUG01", "Lough Carran Kitchens Ltd", "company",
         ("Carran Business Park", "Ballycarran", "Co. Clare"), "Q41 T2F8", "loughcarran",
         (Who("Aoife Brennan", "Accounts payable", "pays", "10:00 to 12:30"),
          Who("Declan Hynes", "Director", "decides")), payer="six_late", per_month=1.8,
         typical=1050, country="IE", tax_number="IE9999990U",
         remember="Euro for Ballycarran, sterling for the Belfast showroom: keep them apart."),
    Firm("MEIS01", "Tischlerei Meißner & Köhler GmbH", "company",
         ("Am Sägewerk 12",), "05217 Unterlinden", "meissner-koehler",
         (Who("Jürgen Köhler", "Geschäftsführer", "decides", "08:00 to 10:00", mailbox="koehler"),
          Who("Anke Vogel", "Buchhaltung", "pays", "mornings", "Speaks excellent English")),
         payer="prompt", per_month=1.4, typical=2100, country="DE", tax_number="DE999999000"),
    Firm("HOLZ01", "Holzwerk Brandt KG", "partnership",
         ("Mühlenweg 3",), "05344 Steinfurth", "holzwerk-brandt",
         (Who("Silke Brandt", "Buchhaltung", "pays"),), payer="early", per_month=0.8,
         typical=1550, country="DE", tax_number="DE999999018"),
    Firm("AUBR01", "Menuiserie Aubrac et Fils SARL", "company",
         ("27, rue des Charpentiers",), "96140 Saint-Aubrac", "aubrac-menuiserie",
         (Who("Hélène Aubrac", "Gérante", "decides", "14:00 to 16:00", mailbox="helene"),
          Who("Luc Aubrac", "Comptabilité", "pays")), terms="eom30", payer="month_end",
         per_month=1.2, typical=1700, country="FR", tax_number="FR12000000000",
         remember="45 days are not agreed: 30 days from the end of the month are."),
    Firm("BELV01", "Atelier Belvaux", "sole_trader",
         ("4, place de l'Église",), "96220 Belvaux-le-Bois", "atelier-belvaux",
         (Who("Benoît Carlier", "Propriétaire", "decides", "", mailbox="benoit"),), payer="slow",
         per_month=0.7, typical=760, country="FR", tax_number="FR11999999998"),
    Firm("WATG01", "Watergang Scheepsbetimmering B.V.", "company",
         ("Werfkade 18",), "0417 BK Nieuwkade aan Zee", "watergang",
         (Who("Marijke de Wit", "Administratie", "pays", "", "Answers e-mail within the hour",
            channel="email"),), payer="prompt", per_month=1.0, typical=1900, country="NL",
         tax_number="NL999999904B01"),
    Firm("ZURA01", "Stolarnia Żuraw sp. z o.o.", "company",
         ("ul. Młyńska 8",), "79-412 Żurawice Górne", "stolarnia-zuraw",
         (Who("Małgorzata Święcicka", "Księgowość", "pays", "", "Writes in English, gladly",
            channel="email", mailbox="malgorzata"),), payer="six_late", per_month=0.8,
         typical=1250, country="PL", tax_number="PL9999999901"),
    Firm("HALD01", "Halden Point Boatworks Inc.", "company",
         ("118 Wharf Street",), "Port Halden, ME 00314", "haldenpoint",
         (Who("Marcy Whitcomb", "Accounts payable", "pays", "14:00 to 16:00 our time"),
          Who("Walt Deering", "Owner", "decides")), payer="friday", per_month=0.9, typical=2900,
         country="US"),
    Firm("PRES01", "Prescott Hollow Millwork LLC", "company",
         ("2204 Old Mill Road",), "Prescott Hollow, VT 00352", "prescotthollow",
         (Who("Darlene Fisk", "Office manager", "pays", "after 14:00 our time"),), payer="mixed",
         per_month=0.6, typical=2300, country="US"),
)  # fmt: skip
