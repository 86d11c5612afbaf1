<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>CallSheet</name>
    <message numerus="yes">
        <source>%Ln personne(s)</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Crew</name>
    <message numerus="yes">
        <source>%n&#xa0;an(s)</source>
        <translation>
            <numerusform>%n&#xa0;an</numerusform>
            <numerusform>%n&#xa0;ans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendez-vous</source>
        <translation>
            <numerusform>%n rendez-vous</numerusform>
            <numerusform>%n rendez-vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sans rendez-vous</source>
        <translation>
            <numerusform>%n sans rendez-vous</numerusform>
            <numerusform>%n sans rendez-vous</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n présent(s)</source>
        <translation>
            <numerusform>%n présent</numerusform>
            <numerusform>%n présents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vu(s)</source>
        <translation>
            <numerusform>%n vu</numerusform>
            <numerusform>%n vus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent(s)</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message numerus="yes">
        <source>%Ln changement(s) reçu(s)</source>
        <translation>
            <numerusform>%Ln changement reçu</numerusform>
            <numerusform>%Ln changements reçus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message numerus="yes">
        <source>%n caractère(s) de trop</source>
        <translation>
            <numerusform>%n caractère de trop</numerusform>
            <numerusform>%n caractères de trop</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encore %n caractère(s)</source>
        <translation>
            <numerusform>Encore %n caractère</numerusform>
            <numerusform>Encore %n caractères</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message numerus="yes">
        <source>%n chiffre(s)</source>
        <translation>
            <numerusform>%n chiffre</numerusform>
            <numerusform>%n chiffres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendState</name>
    <message numerus="yes">
        <source>%n&#xa0;jour(s)</source>
        <translation>
            <numerusform>%n&#xa0;jour</numerusform>
            <numerusform>%n&#xa0;jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changement(s) attend(ent) d’être envoyé(s)</source>
        <translation>
            <numerusform>%Ln changement attend d’être envoyé</numerusform>
            <numerusform>%Ln changements attendent d’être envoyés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::ClosingPage</name>
    <message numerus="yes">
        <source>%n personne(s) sans état</source>
        <translation>
            <numerusform>%n personne n’a pas d’état</numerusform>
            <numerusform>%n personnes n’ont pas d’état</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à finir</source>
        <translation>
            <numerusform>%n fiche à finir</numerusform>
            <numerusform>%n fiches à finir</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changement(s) attend(ent) d’être envoyé(s)</source>
        <translation>
            <numerusform>%Ln changement attend d’être envoyé</numerusform>
            <numerusform>%Ln changements attendent d’être envoyés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::CommuneStops</name>
    <message numerus="yes">
        <source>%n place(s) libre(s)</source>
        <translation>
            <numerusform>%n place libre</numerusform>
            <numerusform>%n places libres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::EnrolmentPage</name>
    <message numerus="yes">
        <source>%n groupe(s) lu(s). Le code n’est pas encore entier, ou une lettre est fausse.</source>
        <translation>
            <numerusform>%n groupe lu. Le code n’est pas encore entier, ou une lettre est fausse.</numerusform>
            <numerusform>%n groupes lus. Le code n’est pas encore entier, ou une lettre est fausse.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::PinWait</name>
    <message numerus="yes">
        <source>%n&#xa0;seconde(s)</source>
        <translation>
            <numerusform>%n&#xa0;seconde</numerusform>
            <numerusform>%n&#xa0;secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::RecoveryCodeForm</name>
    <message numerus="yes">
        <source>%n lettre(s) sur %1.</source>
        <translation>
            <numerusform>%n lettre sur %1.</numerusform>
            <numerusform>%n lettres sur %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::WaitingPage</name>
    <message numerus="yes">
        <source>%n personne(s) attend(ent) une place</source>
        <translation>
            <numerusform>%n personne attend une place</numerusform>
            <numerusform>%n personnes attendent une place</numerusform>
        </translation>
    </message>
</context>
</TS>
