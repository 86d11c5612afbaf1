<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>ActionSheet</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Acts</name>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>le %1</source>
        <translation>on %1</translation>
    </message>
    <message>
        <source>%1 par %2 %3</source>
        <translation>%1 by %2 %3</translation>
    </message>
    <message>
        <source>%1 sur un autre appareil %2</source>
        <translation>%1 on another device %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>BookingView</name>
    <message>
        <source>Les places libres les plus proches</source>
        <translation>The nearest free slots</translation>
    </message>
    <message>
        <source>Sans médecin traitant</source>
        <translation>No declared GP</translation>
    </message>
    <message>
        <source>Affection longue durée</source>
        <translation>Long-term illness</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Le motif choisi ajoute la personne à la liste.</source>
        <translation>Choosing the reason adds the person to the list.</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Complet. Choisissez un autre jour.</source>
        <translation>Full. Choose another day.</translation>
    </message>
    <message>
        <source>Vidéo à prévoir</source>
        <translation>Video to be set up</translation>
    </message>
</context>
<context>
    <name>CallSheet</name>
    <message>
        <source>Passage annulé</source>
        <translation>Stop cancelled</translation>
    </message>
    <message>
        <source>Passage retiré du programme</source>
        <translation>Stop taken off the programme</translation>
    </message>
    <message>
        <source>Passage changé, cette heure n’existe plus</source>
        <translation>Stop changed, this time no longer exists</translation>
    </message>
    <message>
        <source>Nouvelle heure refusée, garde celle-ci</source>
        <translation>New time refused, keeps this one</translation>
    </message>
    <message>
        <source>Place donnée à quelqu’un d’autre</source>
        <translation>Slot given to someone else</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Réponse</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>pas de téléphone connu</source>
        <translation>no known phone number</translation>
    </message>
    <message>
        <source>Aucune place libre proche</source>
        <translation>No free slot nearby</translation>
    </message>
    <message>
        <source>Personnes à rappeler</source>
        <translation>People to call back</translation>
    </message>
    <message>
        <source>%1 · édité le %2 à %3</source>
        <translation>%1 · printed on %2 at %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln personne(s)</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message>
        <source>Noms et téléphones&#xa0;: ne laissez pas cette feuille sans surveillance, et détruisez-la une fois les appels faits.</source>
        <translation>Names and phone numbers: do not leave this sheet unattended, and destroy it once the calls are made.</translation>
    </message>
    <message>
        <source>Qui appeler</source>
        <translation>Who to call</translation>
    </message>
    <message>
        <source>Place perdue</source>
        <translation>Lost slot</translation>
    </message>
    <message>
        <source>Places libres les plus proches</source>
        <translation>Nearest free slots</translation>
    </message>
    <message>
        <source>Page %1 sur %2</source>
        <translation>Page %1 of %2</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>demain</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day and an hour</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Prévenu, %1</source>
        <translation>Told, %1</translation>
    </message>
    <message>
        <source>N’a pas répondu, %1</source>
        <translation>No answer, %1</translation>
    </message>
    <message>
        <source>Dans les communes proches</source>
        <translation>In communes nearby</translation>
    </message>
    <message>
        <source>%1 de route, %2</source>
        <translation>%1 drive, %2</translation>
    </message>
    <message>
        <source>1 autre</source>
        <translation>1 more</translation>
    </message>
    <message>
        <source>%1 autres</source>
        <translation>%1 more</translation>
    </message>
    <message>
        <source>Reçue à l’instant</source>
        <translation>Received just now</translation>
    </message>
    <message>
        <source>Reçue il y a %1</source>
        <translation>Received %1 ago</translation>
    </message>
    <message>
        <source>%1, à rappeler avant %2</source>
        <translation>%1, call back before %2</translation>
    </message>
    <message>
        <source>%1, à rappeler depuis %2</source>
        <translation>%1, should have been called back by %2</translation>
    </message>
    <message>
        <source>Pour %1</source>
        <translation>For %1</translation>
    </message>
    <message>
        <source>1 appel sans réponse, %1</source>
        <translation>1 call without answer, %1</translation>
    </message>
    <message>
        <source>%1 appels sans réponse, le dernier %2</source>
        <translation>%1 calls without answer, the last %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>an hour and a person</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Pas de téléphone</source>
        <translation>No telephone</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Publication d’un programme</source>
        <translation>Publication of a programme</translation>
    </message>
    <message>
        <source>Déplacement d’un passage</source>
        <translation>Stop moved</translation>
    </message>
    <message>
        <source>Annulation d’un passage</source>
        <translation>Stop cancelled</translation>
    </message>
    <message>
        <source>Maintien d’un passage</source>
        <translation>Stop kept</translation>
    </message>
    <message>
        <source>Retour sur un changement de passage</source>
        <translation>Change to a stop taken back</translation>
    </message>
    <message>
        <source>Fermeture d’un lieu</source>
        <translation>Venue closed</translation>
    </message>
    <message>
        <source>Réouverture d’un lieu</source>
        <translation>Venue reopened</translation>
    </message>
    <message>
        <source>Confirmation d’une salle</source>
        <translation>Room confirmed</translation>
    </message>
    <message>
        <source>Rendez-vous donné</source>
        <translation>Appointment booked</translation>
    </message>
    <message>
        <source>Rendez-vous déposé</source>
        <translation>Appointment requested</translation>
    </message>
    <message>
        <source>Rendez-vous déplacé</source>
        <translation>Appointment moved</translation>
    </message>
    <message>
        <source>Rendez-vous annulé</source>
        <translation>Appointment cancelled</translation>
    </message>
    <message>
        <source>Personne venue sans rendez-vous</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>Consultation enregistrée</source>
        <translation>Consultation recorded</translation>
    </message>
    <message>
        <source>Consultation corrigée</source>
        <translation>Consultation corrected</translation>
    </message>
    <message>
        <source>Nouvelle personne</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Coordonnées corrigées</source>
        <translation>Details corrected</translation>
    </message>
    <message>
        <source>Effacement d’une personne</source>
        <translation>Person erased</translation>
    </message>
    <message>
        <source>Choix entre deux valeurs</source>
        <translation>Choice between two values</translation>
    </message>
    <message>
        <source>%1 à %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Un changement fait ici</source>
        <translation>A change made here</translation>
    </message>
    <message>
        <source>à partir du %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>du %1 au %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre a changé la même chose avant vous.</source>
        <translation>Someone else changed the same thing before you.</translation>
    </message>
    <message>
        <source>Cet appareil n’a pas le droit de faire ce changement.</source>
        <translation>This device is not allowed to make this change.</translation>
    </message>
    <message>
        <source>Ce changement concerne une autre commune que la vôtre.</source>
        <translation>This change concerns a commune other than yours.</translation>
    </message>
    <message>
        <source>Le serveur ne reconnaît pas la suite de ce que cet appareil a écrit.</source>
        <translation>The server does not recognise what this device wrote next.</translation>
    </message>
    <message>
        <source>La clé de cette personne a été détruite : elle a été effacée ailleurs.</source>
        <translation>This person’s key was destroyed: they were erased elsewhere.</translation>
    </message>
    <message>
        <source>Le serveur l’a refusé (%1).</source>
        <translation>The server refused it (%1).</translation>
    </message>
    <message>
        <source>Demandez-le à la coordination ; ici, le changement ne compte pas.</source>
        <translation>Ask the coordination team; here, the change does not count.</translation>
    </message>
    <message>
        <source>L’application reprend sous un nouveau numéro. Si cela revient, appelez la coordination.</source>
        <translation>The application carries on under a new number. If it happens again, call the coordination team.</translation>
    </message>
    <message>
        <source>Il n’y a rien à faire : un effacement l’emporte toujours.</source>
        <translation>There is nothing to do: an erasure always wins.</translation>
    </message>
    <message>
        <source>Vérifiez ce qui est affiché, et refaites le changement s’il est toujours bon.</source>
        <translation>Check what is shown, and make the change again if it is still right.</translation>
    </message>
    <message>
        <source>Arrivée notée</source>
        <translation>Arrival noted</translation>
    </message>
    <message>
        <source>Consultation commencée</source>
        <translation>Consultation begun</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Absence notée</source>
        <translation>Absence noted</translation>
    </message>
    <message>
        <source>Rendez-vous rétabli</source>
        <translation>Appointment reinstated</translation>
    </message>
    <message>
        <source>Retour à l’état d’avant</source>
        <translation>Back to the earlier state</translation>
    </message>
</context>
<context>
    <name>ClosingView</name>
    <message>
        <source>Matériel</source>
        <translation>Equipment</translation>
    </message>
    <message>
        <source>À envoyer</source>
        <translation>To send</translation>
    </message>
    <message>
        <source>Feuilles</source>
        <translation>Sheets</translation>
    </message>
    <message>
        <source>Feuille de la demi-journée</source>
        <translation>Half-day sheet</translation>
    </message>
    <message>
        <source>Rouvrir la demi-journée</source>
        <translation>Reopen the half-day</translation>
    </message>
</context>
<context>
    <name>CodeEntry</name>
    <message>
        <source>La coordination le montre ou l’envoie. Espaces, tirets et minuscules ne comptent pas.</source>
        <translation>The coordination team shows it or sends it. Spaces, dashes and lower case do not matter.</translation>
    </message>
    <message>
        <source>Code d’inscription</source>
        <translation>Enrolment code</translation>
    </message>
</context>
<context>
    <name>CommuneFinder</name>
    <message>
        <source>Tapez une lettre de plus pour en voir moins.</source>
        <translation>Type one more letter to see fewer.</translation>
    </message>
    <message>
        <source>Les premières lettres suffisent, sans accents.</source>
        <translation>The first few letters are enough, without accents.</translation>
    </message>
    <message>
        <source>Aucune commune ne commence ainsi. Vérifiez les lettres.</source>
        <translation>No commune begins like this. Check the letters.</translation>
    </message>
</context>
<context>
    <name>CommunePanel</name>
    <message>
        <source>%1 · code Insee %2</source>
        <translation>%1 · INSEE code %2</translation>
    </message>
</context>
<context>
    <name>CoordinationView</name>
    <message>
        <source>Le territoire ne peut pas être lu</source>
        <translation>The territory cannot be read</translation>
    </message>
    <message>
        <source>Les communes et leurs indicateurs manquent. Fermez l’application et ouvrez-la à nouveau.</source>
        <translation>The communes and their indicators are missing. Close the application and open it again.</translation>
    </message>
    <message>
        <source>Rien de ce qui est enregistré sur cet appareil n’est perdu.</source>
        <translation>Nothing saved on this device is lost.</translation>
    </message>
</context>
<context>
    <name>Crew</name>
    <message>
        <source>de %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Général</source>
        <translation>General</translation>
    </message>
    <message>
        <source>Sang</source>
        <translation>Blood</translation>
    </message>
    <message>
        <source>Digestion</source>
        <translation>Digestion</translation>
    </message>
    <message>
        <source>Œil</source>
        <translation>Eye</translation>
    </message>
    <message>
        <source>Oreille</source>
        <translation>Ear</translation>
    </message>
    <message>
        <source>Cœur, circulation</source>
        <translation>Heart, circulation</translation>
    </message>
    <message>
        <source>Os, muscles, dos</source>
        <translation>Bones, muscles, back</translation>
    </message>
    <message>
        <source>Nerfs, tête</source>
        <translation>Nerves, head</translation>
    </message>
    <message>
        <source>Moral, sommeil</source>
        <translation>Mood, sleep</translation>
    </message>
    <message>
        <source>Nez, gorge, poumons</source>
        <translation>Nose, throat, lungs</translation>
    </message>
    <message>
        <source>Peau</source>
        <translation>Skin</translation>
    </message>
    <message>
        <source>Hormones, poids</source>
        <translation>Hormones, weight</translation>
    </message>
    <message>
        <source>Urines</source>
        <translation>Urinary</translation>
    </message>
    <message>
        <source>Grossesse, contraception</source>
        <translation>Pregnancy, contraception</translation>
    </message>
    <message>
        <source>Gynécologie</source>
        <translation>Gynaecology</translation>
    </message>
    <message>
        <source>Génital, homme</source>
        <translation>Male genital</translation>
    </message>
    <message>
        <source>Social</source>
        <translation>Social</translation>
    </message>
    <message>
        <source>Prévention, dépistage</source>
        <translation>Prevention, screening</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Vaccination</translation>
    </message>
    <message>
        <source>Renouvellement</source>
        <translation>Repeat prescription</translation>
    </message>
    <message>
        <source>Certificat, papiers</source>
        <translation>Certificate, paperwork</translation>
    </message>
    <message>
        <source>Soin fait</source>
        <translation>Treated</translation>
    </message>
    <message>
        <source>Ordonnance</source>
        <translation>Prescription</translation>
    </message>
    <message>
        <source>Vaccin fait</source>
        <translation>Vaccinated</translation>
    </message>
    <message>
        <source>Certificat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Conseil</source>
        <translation>Advice</translation>
    </message>
    <message>
        <source>Non terminée</source>
        <translation>Not completed</translation>
    </message>
    <message>
        <source>Médecin traitant</source>
        <translation>Declared GP</translation>
    </message>
    <message>
        <source>Spécialiste</source>
        <translation>Specialist</translation>
    </message>
    <message>
        <source>Laboratoire</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>Imagerie</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>Infirmier</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>Kinésithérapeute</source>
        <translation>Physiotherapist</translation>
    </message>
    <message>
        <source>Service social</source>
        <translation>Social services</translation>
    </message>
    <message>
        <source>Hôpital</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Urgences</source>
        <translation>Emergency</translation>
    </message>
    <message>
        <source>Sans médecin traitant</source>
        <translation>No declared GP</translation>
    </message>
    <message>
        <source>ALD</source>
        <translation>Long-term illness</translation>
    </message>
    <message>
        <source>En vidéo</source>
        <translation>By video</translation>
    </message>
    <message>
        <source>Attendu</source>
        <translation>Expected</translation>
    </message>
    <message>
        <source>Arrivé</source>
        <translation>Arrived</translation>
    </message>
    <message>
        <source>En consultation</source>
        <translation>In consultation</translation>
    </message>
    <message>
        <source>Vu</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Annulé</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Patient absent</source>
        <translation>Patient absent</translation>
    </message>
    <message>
        <source>Annuler le rendez-vous</source>
        <translation>Cancel the appointment</translation>
    </message>
    <message>
        <source>Déplacer</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Rétablir le rendez-vous</source>
        <translation>Reinstate the appointment</translation>
    </message>
    <message>
        <source>%1&#xa0;: arrivée notée</source>
        <translation>%1: arrival noted</translation>
    </message>
    <message>
        <source>%1&#xa0;: en consultation</source>
        <translation>%1: in consultation</translation>
    </message>
    <message>
        <source>%1&#xa0;: vu</source>
        <translation>%1: seen</translation>
    </message>
    <message>
        <source>%1&#xa0;: absence notée</source>
        <translation>%1: absence noted</translation>
    </message>
    <message>
        <source>%1&#xa0;: rendez-vous annulé</source>
        <translation>%1: appointment cancelled</translation>
    </message>
    <message>
        <source>%1&#xa0;: rendez-vous déplacé</source>
        <translation>%1: appointment moved</translation>
    </message>
    <message>
        <source>%1&#xa0;: rendez-vous rétabli</source>
        <translation>%1: appointment reinstated</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1&#xa0;h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message>
        <source>%1&#xa0;h&#xa0;%2</source>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;an(s)</source>
        <translation>
            <numerusform>aged&#xa0;%n</numerusform>
            <numerusform>aged&#xa0;%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rendez-vous</source>
        <translation>
            <numerusform>%n appointment</numerusform>
            <numerusform>%n appointments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sans rendez-vous</source>
        <translation>
            <numerusform>%n walk-in</numerusform>
            <numerusform>%n walk-ins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n présent(s)</source>
        <translation>
            <numerusform>%n here</numerusform>
            <numerusform>%n here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vu(s)</source>
        <translation>
            <numerusform>%n seen</numerusform>
            <numerusform>%n seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n absent(s)</source>
        <translation>
            <numerusform>%n absent</numerusform>
            <numerusform>%n absent</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucun rendez-vous</source>
        <translation>No appointments</translation>
    </message>
    <message>
        <source>Vidéo à prévoir</source>
        <translation>Video to be set up</translation>
    </message>
    <message>
        <source>né(e) le %1</source>
        <translation>born on %1</translation>
    </message>
</context>
<context>
    <name>CrewKeyCard</name>
    <message>
        <source>L’équipe est vérifiée</source>
        <translation>The crew has been verified</translation>
    </message>
    <message>
        <source>Vérifier que c’est bien l’équipe</source>
        <translation>Make sure that it is the crew</translation>
    </message>
    <message>
        <source>Ce que vous déposez pour un habitant ne peut être lu que par l’équipe du bus.</source>
        <translation>What you leave for a resident can be read by the bus crew alone.</translation>
    </message>
    <message>
        <source>L’équipe du bus n’a pas encore envoyé ses chiffres. Ils arriveront d’eux-mêmes&#xa0;; en attendant, prenez les rendez-vous par téléphone.</source>
        <translation>The bus crew has not sent its figures yet. They will come by themselves; until then, book by telephone.</translation>
    </message>
    <message>
        <source>Ce que vous déposez pour un habitant est fermé&#xa0;: l’équipe du bus seule peut l’ouvrir. Avant le premier dépôt, appelez-la et lisez ensemble ces six nombres.</source>
        <translation>What you leave for a resident is sealed: the bus crew alone can open it. Before the first one, call the crew and read these six numbers together.</translation>
    </message>
    <message>
        <source>Chiffres comparés</source>
        <translation>Figures compared</translation>
    </message>
    <message>
        <source>L’équipe&#xa0;: %1</source>
        <translation>The crew: %1</translation>
    </message>
    <message>
        <source>Des appareils annoncent des chiffres différents.</source>
        <translation>Devices tell different figures.</translation>
    </message>
    <message>
        <source>Gardez ceux que l’équipe vous lit. Rien ne se dépose avant.</source>
        <translation>Keep those that the crew reads to you. Nothing can be left before that.</translation>
    </message>
    <message>
        <source>Annoncés par&#xa0;: %1</source>
        <translation>Told by: %1</translation>
    </message>
    <message>
        <source>Ce sont toujours les mêmes</source>
        <translation>They are still the same</translation>
    </message>
    <message>
        <source>Ce sont les mêmes</source>
        <translation>They are the same</translation>
    </message>
    <message>
        <source>L’équipe lit autre chose</source>
        <translation>The crew reads something else</translation>
    </message>
    <message>
        <source>Ne déposez rien avec cet appareil.</source>
        <translation>Leave nothing with this device.</translation>
    </message>
    <message>
        <source>Relisez les chiffres une fois. S’ils restent différents, appelez la coordination&#xa0;: quelqu’un se fait peut-être passer pour l’équipe. Les rendez-vous se prennent par téléphone.</source>
        <translation>Read the figures once more. If they still differ, call the coordination team: somebody may be posing as the crew. Book by telephone.</translation>
    </message>
    <message>
        <source>Revoir les chiffres</source>
        <translation>See the figures again</translation>
    </message>
</context>
<context>
    <name>CrewKeyPanel</name>
    <message>
        <source>Chiffres à lire aux mairies</source>
        <translation>Figures to read to town halls</translation>
    </message>
    <message>
        <source>Une mairie appelle pour vérifier qu’elle parle bien à l’équipe&#xa0;: lisez-lui ces six nombres, dans l’ordre. Elle doit avoir les mêmes sous les yeux.</source>
        <translation>A town hall calls to make sure that it is talking to the crew: read it these six numbers, in order. It must have the same before its eyes.</translation>
    </message>
    <message>
        <source>Ces nombres ne sont pas secrets. S’ils diffèrent, ne les changez pas&#xa0;: appelez la coordination.</source>
        <translation>These numbers are no secret. If they differ, do not change them: call the coordination team.</translation>
    </message>
</context>
<context>
    <name>DaySheet</name>
    <message>
        <source>Noms en clair&#xa0;: ne laissez pas cette feuille sans surveillance, détruisez-la après usage.</source>
        <translation>Names in clear: do not leave this sheet unattended, destroy it after use.</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>Édité le %1 à %2</source>
        <translation>Printed on %1 at %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Première visite</source>
        <translation>First visit</translation>
    </message>
    <message>
        <source>Sans rendez-vous</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>%1, sans fiche</source>
        <translation>%1, no form</translation>
    </message>
    <message>
        <source>Feuille de la demi-journée</source>
        <translation>Half-day sheet</translation>
    </message>
    <message>
        <source>Heure</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Signes</source>
        <translation>Flags</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Personnes attendues</source>
        <translation>People expected</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
</context>
<context>
    <name>Depth</name>
    <message>
        <source>au-dessus du seuil</source>
        <translation>above the threshold</translation>
    </message>
    <message>
        <source>besoin léger</source>
        <translation>slight need</translation>
    </message>
    <message>
        <source>besoin marqué</source>
        <translation>marked need</translation>
    </message>
    <message>
        <source>besoin fort</source>
        <translation>strong need</translation>
    </message>
    <message>
        <source>besoin très fort</source>
        <translation>very strong need</translation>
    </message>
    <message>
        <source>besoin non connu</source>
        <translation>need not known</translation>
    </message>
    <message>
        <source>APL de %1 et plus</source>
        <translation>APL of %1 or more</translation>
    </message>
    <message>
        <source>APL sous %1</source>
        <translation>APL under %1</translation>
    </message>
    <message>
        <source>APL de %1 à %2</source>
        <translation>APL from %1 to %2</translation>
    </message>
    <message>
        <source>APL ou population absente des sources</source>
        <translation>APL or population missing from the sources</translation>
    </message>
</context>
<context>
    <name>DeviceCard</name>
    <message>
        <source>Révoquer…</source>
        <translation>Revoke…</translation>
    </message>
</context>
<context>
    <name>DeviceRequests</name>
    <message>
        <source>Ouvrez d’abord l’appareil avec votre code.</source>
        <translation>Unlock the device with your PIN first.</translation>
    </message>
    <message>
        <source>Cet appareil travaille seul. Inscrivez-le d’abord&#xa0;: l’état de l’envoi, en haut, y mène.</source>
        <translation>This device works alone. Enrol it first: the sending status, at the top, leads there.</translation>
    </message>
    <message>
        <source>Demandent à rejoindre</source>
        <translation>Asking to join</translation>
    </message>
    <message>
        <source>Personne ne demande à rejoindre</source>
        <translation>No one is asking to join</translation>
    </message>
    <message>
        <source>Quand un nouvel appareil aura lu son code, ses six chiffres apparaîtront ici pour être comparés.</source>
        <translation>Once a new device has read its code, its six digits will appear here to be compared.</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>Jamais vu depuis son inscription</source>
        <translation>Never seen since it was enrolled</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changement(s) reçu(s)</source>
        <translation>
            <numerusform>%Ln change received</numerusform>
            <numerusform>%Ln changes received</numerusform>
        </translation>
    </message>
    <message>
        <source>effacement fait</source>
        <translation>erased</translation>
    </message>
    <message>
        <source>effacement au prochain contact</source>
        <translation>to be erased at next contact</translation>
    </message>
    <message>
        <source>Révoqué</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Cet appareil</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>En service</source>
        <translation>In service</translation>
    </message>
    <message>
        <source>Horloge décalée de %1</source>
        <translation>Clock off by %1</translation>
    </message>
    <message>
        <source>Demande à rejoindre</source>
        <translation>Asking to join</translation>
    </message>
    <message>
        <source>Seule une tablette de l’équipe peut l’approuver&#xa0;: elle lui transmet la clé de l’équipe, que la coordination n’a pas.</source>
        <translation>Only a crew tablet can approve it: it passes on the crew key, which the coordination team does not have.</translation>
    </message>
    <message>
        <source>La première tablette de l’équipe s’approuve sur le serveur lui-même&#xa0;: demandez-le à la personne qui s’en occupe, en comparant ces chiffres avec elle.</source>
        <translation>The first crew tablet is approved on the server itself: ask the person in charge of it, and compare these digits with them.</translation>
    </message>
    <message>
        <source>vu à l’instant</source>
        <translation>seen just now</translation>
    </message>
    <message>
        <source>vu il y a %1</source>
        <translation>seen %1 ago</translation>
    </message>
    <message>
        <source>rien à envoyer</source>
        <translation>nothing to send</translation>
    </message>
    <message>
        <source>%L1 à envoyer</source>
        <translation>%L1 to send</translation>
    </message>
    <message>
        <source>%L1 à envoyer depuis %2</source>
        <translation>%L1 to send for %2</translation>
    </message>
    <message>
        <source>N’envoie plus&#xa0;: à rallumer près d’un réseau</source>
        <translation>Sends no more: switch it on near a network</translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message>
        <source>Appareils de l’équipe</source>
        <translation>Crew devices</translation>
    </message>
</context>
<context>
    <name>DevicesView</name>
    <message>
        <source>Appareil verrouillé</source>
        <translation>Device locked</translation>
    </message>
    <message>
        <source>Cet appareil travaille seul</source>
        <translation>This device works alone</translation>
    </message>
    <message>
        <source>Entrez votre code pour voir les appareils et en ajouter.</source>
        <translation>Enter your PIN to see devices and add some.</translation>
    </message>
    <message>
        <source>Les appareils se gèrent depuis un serveur. Inscrivez d’abord celui-ci&#xa0;: l’état de l’envoi, en haut de l’écran, y mène.</source>
        <translation>Devices are managed through a server. Enrol this one first: the sending status, at the top of the screen, leads there.</translation>
    </message>
    <message>
        <source>Demandent à rejoindre</source>
        <translation>Asking to join</translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>Lecture de la liste…</source>
        <translation>Reading the list…</translation>
    </message>
    <message>
        <source>La liste n’est pas encore arrivée du serveur.</source>
        <translation>The list has not yet come from the server.</translation>
    </message>
</context>
<context>
    <name>EnrolmentForm</name>
    <message>
        <source>L’inscription a besoin des clés de cet appareil&#xa0;: ouvrez-le d’abord.</source>
        <translation>Enrolment needs this device’s keys: unlock it first.</translation>
    </message>
    <message>
        <source>Cet appareil montre la démonstration. Un appareil inscrit commence vide&#xa0;: la démonstration est mise de côté, dans un fichier à part.</source>
        <translation>This device shows the demonstration. An enrolled device starts empty: the demonstration is put aside, in a file of its own.</translation>
    </message>
    <message>
        <source>Commencer sur un appareil vide</source>
        <translation>Start with an empty device</translation>
    </message>
    <message>
        <source>Le serveur que cet appareil rejoindra</source>
        <translation>The server this device will join</translation>
    </message>
    <message>
        <source>Ce qu’il y sera</source>
        <translation>What it will be there</translation>
    </message>
    <message>
        <source>Nom de cet appareil</source>
        <translation>Name of this device</translation>
    </message>
    <message>
        <source>Jamais celui d’une personne.</source>
        <translation>Never a person’s name.</translation>
    </message>
    <message>
        <source>Comparez ces six chiffres avec l’autre écran</source>
        <translation>Compare these six digits with the other screen</translation>
    </message>
    <message>
        <source>Appelez la personne qui a donné le code. Si elle voit les mêmes chiffres, elle approuve&#xa0;; cet écran avance de lui-même. S’ils diffèrent, qu’elle refuse&#xa0;: quelqu’un s’est glissé entre les deux.</source>
        <translation>Call the person who gave you the code. If they see the same digits, they approve; this screen moves on by itself. If the digits differ, they must refuse: someone has slipped in between.</translation>
    </message>
    <message>
        <source>L’inscription a été refusée.</source>
        <translation>The enrolment was refused.</translation>
    </message>
    <message>
        <source>Rien n’a été échangé. Demandez pourquoi à la coordination, puis recommencez avec un nouveau code.</source>
        <translation>Nothing was exchanged. Ask the coordination team why, then start again with a new code.</translation>
    </message>
    <message>
        <source>Cet appareil est inscrit.</source>
        <translation>This device is enrolled.</translation>
    </message>
    <message>
        <source>Demande en cours…</source>
        <translation>Asking…</translation>
    </message>
    <message>
        <source>Demander l’inscription</source>
        <translation>Ask to enrol</translation>
    </message>
    <message>
        <source>Recommencer</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Renoncer</source>
        <translation>Give up</translation>
    </message>
</context>
<context>
    <name>EnrolmentPanel</name>
    <message>
        <source>Inscrire cet appareil</source>
        <translation>Enrol this device</translation>
    </message>
</context>
<context>
    <name>Equipment</name>
    <message>
        <source>Rampe repliée</source>
        <translation>Ramp folded</translation>
    </message>
    <message>
        <source>Câble électrique rangé</source>
        <translation>Power cable put away</translation>
    </message>
    <message>
        <source>Antenne et réseau</source>
        <translation>Aerial and network</translation>
    </message>
    <message>
        <source>Mallette de soins complète</source>
        <translation>Care kit complete</translation>
    </message>
    <message>
        <source>Glacière, température lue</source>
        <translation>Cool box, temperature read</translation>
    </message>
    <message>
        <source>Déchets de soins fermés</source>
        <translation>Clinical waste sealed</translation>
    </message>
    <message>
        <source>Ordonnances et papiers sous clé</source>
        <translation>Prescriptions and papers locked away</translation>
    </message>
    <message>
        <source>Salle propre, lumière éteinte</source>
        <translation>Room clean, light off</translation>
    </message>
    <message>
        <source>Clés rendues</source>
        <translation>Keys returned</translation>
    </message>
</context>
<context>
    <name>FirstPerson</name>
    <message>
        <source>Comment appelle-t-on cette personne dans l’équipe&#xa0;?</source>
        <translation>What is this person called in the team?</translation>
    </message>
    <message>
        <source>Un prénom suffit&#xa0;; il se voit sur l’écran verrouillé.</source>
        <translation>A first name is enough; it shows on the lock screen.</translation>
    </message>
    <message>
        <source>Choisir le code</source>
        <translation>Choose the PIN</translation>
    </message>
</context>
<context>
    <name>ForgottenPin</name>
    <message>
        <source>Code oublié</source>
        <translation>Forgotten PIN</translation>
    </message>
    <message>
        <source>Un collègue ouvre l’appareil avec son code</source>
        <translation>A colleague unlocks the device with their PIN</translation>
    </message>
    <message>
        <source>Menu, puis «&#xa0;Codes de cet appareil&#xa0;», puis «&#xa0;Nouveau code&#xa0;» à côté de votre nom.</source>
        <translation>Menu, then “PINs of this device”, then “New PIN” next to your name.</translation>
    </message>
    <message>
        <source>Personne d’autre&#xa0;: la clé de secours</source>
        <translation>No one else: the recovery key</translation>
    </message>
    <message>
        <source>Personne d’autre&#xa0;: appelez la coordination</source>
        <translation>No one else: call the coordination team</translation>
    </message>
    <message>
        <source>La coordination la garde dans un coffre et décide de vous la lire.</source>
        <translation>The coordination team keeps it in a safe and decides whether to read it to you.</translation>
    </message>
    <message>
        <source>Cet appareil n’a pas de clé de secours. Elle peut le révoquer et en préparer un autre.</source>
        <translation>This device has no recovery key. They can revoke it and prepare another.</translation>
    </message>
    <message>
        <source>Rien n’est perdu&#xa0;: ce qui a été noté reste ici, illisible. La tournée et les lieux se voient toujours.</source>
        <translation>Nothing is lost: what was noted stays here, unreadable. The tour and the venues can still be seen.</translation>
    </message>
    <message>
        <source>J’ai la clé de secours</source>
        <translation>I have the recovery key</translation>
    </message>
    <message>
        <source>Revenir au code</source>
        <translation>Back to the PIN</translation>
    </message>
</context>
<context>
    <name>InvitePanel</name>
    <message>
        <source>Ajouter un appareil</source>
        <translation>Add a device</translation>
    </message>
    <message>
        <source>Ce qu’il sera</source>
        <translation>What it will be</translation>
    </message>
    <message>
        <source>Code INSEE de la commune</source>
        <translation>INSEE code of the commune</translation>
    </message>
    <message>
        <source>Cinq caractères&#xa0;; ce n’est pas le code postal.</source>
        <translation>Five characters; it is not the postcode.</translation>
    </message>
    <message>
        <source>Faire un code</source>
        <translation>Make a code</translation>
    </message>
    <message>
        <source>Code d’inscription, à scanner</source>
        <translation>Enrolment code, to be scanned</translation>
    </message>
    <message>
        <source>Cacher ce code</source>
        <translation>Hide this code</translation>
    </message>
</context>
<context>
    <name>LaterDates</name>
    <message>
        <source>Dates suivantes</source>
        <translation>Later dates</translation>
    </message>
</context>
<context>
    <name>LaunchOptions</name>
    <message>
        <source>Médicobus : la tournée d’un cabinet médical itinérant</source>
        <translation>Médicobus: the tour of a mobile clinic</translation>
    </message>
    <message>
        <source>Dossier des données.</source>
        <translation>Data folder.</translation>
    </message>
    <message>
        <source>Espace à ouvrir.</source>
        <translation>Space to open.</translation>
    </message>
    <message>
        <source>Ouvre et vérifie chaque écran.</source>
        <translation>Opens and checks every screen.</translation>
    </message>
    <message>
        <source>Taille de la fenêtre.</source>
        <translation>Window size.</translation>
    </message>
    <message>
        <source>Couleurs.</source>
        <translation>Colours.</translation>
    </message>
    <message>
        <source>Langue.</source>
        <translation>Language.</translation>
    </message>
    <message>
        <source>Taille du texte, en %.</source>
        <translation>Text size, in %.</translation>
    </message>
    <message>
        <source>Arrête l’horloge à cette date.</source>
        <translation>Stops the clock at this date.</translation>
    </message>
    <message>
        <source>Rejoue un parcours enregistré (NMEA 0183) au lieu de la position.</source>
        <translation>Replays a recorded track (NMEA 0183) instead of the position.</translation>
    </message>
    <message>
        <source>--%1 ne comprend pas « %2 » ; attendu : %3</source>
        <translation>--%1 does not understand “%2”; expected: %3</translation>
    </message>
</context>
<context>
    <name>LockSteps</name>
    <message>
        <source>Qui ouvre cet appareil&#xa0;?</source>
        <translation>Who is unlocking this device?</translation>
    </message>
    <message>
        <source>Protéger cet appareil</source>
        <translation>Protect this device</translation>
    </message>
    <message>
        <source>Les anciens codes n’ouvriront plus. Les autres personnes de l’équipe se rajoutent ensuite, une fois l’appareil ouvert.</source>
        <translation>The old PINs will no longer work. The others in the team are added afterwards, once the device is unlocked.</translation>
    </message>
    <message>
        <source>Ce que les patients disent reste illisible sans votre code. Chaque personne de l’équipe a le sien.</source>
        <translation>What patients say stays unreadable without your PIN. Each person in the team has their own.</translation>
    </message>
    <message>
        <source>Appelez la coordination&#xa0;: si elle est d’accord, elle sort la clé du coffre et vous lit les 60 lettres.</source>
        <translation>Call the coordination team: if they agree, they take the key out of the safe and read you the 60 letters.</translation>
    </message>
</context>
<context>
    <name>LostKeys</name>
    <message>
        <source>Cet appareil ne peut plus être ouvert par un code</source>
        <translation>This device can no longer be unlocked with a PIN</translation>
    </message>
    <message>
        <source>Ce qui attend d’être envoyé est gardé, illisible, sur cet appareil. La tournée et les lieux se voient toujours. Appelez la coordination&#xa0;: elle peut vous lire la clé de secours, ou le révoquer et en préparer un autre.</source>
        <translation>What is waiting to be sent is kept, unreadable, on this device. The tour and the venues can still be seen. Call the coordination team: they can read you the recovery key, or revoke this device and prepare another.</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>J’ai la clé de secours</source>
        <translation>I have the recovery key</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Médicobus</source>
        <translation>Médicobus</translation>
    </message>
</context>
<context>
    <name>MenuPanel</name>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Couleurs</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Jour</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Nuit</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>Plein soleil</source>
        <translation>Full sun</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Cet appareil</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>Codes de cet appareil</source>
        <translation>PINs of this device</translation>
    </message>
    <message>
        <source>Approuver un appareil</source>
        <translation>Approve a device</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Changer d’espace</source>
        <translation>Change space</translation>
    </message>
    <message>
        <source>Chiffres à lire aux mairies</source>
        <translation>Figures to read to town halls</translation>
    </message>
</context>
<context>
    <name>NeedLegend</name>
    <message>
        <source>Légende de la carte</source>
        <translation>Map legend</translation>
    </message>
</context>
<context>
    <name>NeedList</name>
    <message>
        <source>Communes par consultations manquantes</source>
        <translation>Communes by missing consultations</translation>
    </message>
    <message>
        <source>Sous le seuil · consultations manquantes par an</source>
        <translation>Below the threshold · missing consultations per year</translation>
    </message>
    <message>
        <source>Aucune commune ne porte ce nom. Quelques lettres suffisent, sans accents.</source>
        <translation>No commune has this name. A few letters are enough, without accents.</translation>
    </message>
    <message>
        <source>Besoin non connu</source>
        <translation>Need not known</translation>
    </message>
    <message>
        <source>Au-dessus du seuil</source>
        <translation>Above the threshold</translation>
    </message>
</context>
<context>
    <name>NeedMap</name>
    <message>
        <source>Flèches pour déplacer, plus et moins pour agrandir ou réduire.</source>
        <translation>Arrows to move, plus and minus to zoom in or out.</translation>
    </message>
    <message>
        <source>Agrandir la carte</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Réduire la carte</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Carte schématique</source>
        <translation>Schematic map</translation>
    </message>
</context>
<context>
    <name>NeedRow</name>
    <message>
        <source>%1 · APL&#xa0;%2 · %3&#xa0;hab.</source>
        <translation>%1 · APL&#xa0;%2 · %3&#xa0;inhabitants</translation>
    </message>
    <message>
        <source>%1, rang %2, %3 consultations manquantes par an</source>
        <translation>%1, rank %2, %3 missing consultations per year</translation>
    </message>
</context>
<context>
    <name>NeedTotals</name>
    <message>
        <source>communes sous le seuil de %1</source>
        <translation>communes below the threshold of %1</translation>
    </message>
    <message>
        <source>habitants concernés</source>
        <translation>inhabitants concerned</translation>
    </message>
    <message>
        <source>consultations manquantes par an</source>
        <translation>missing consultations per year</translation>
    </message>
    <message>
        <source>communes au besoin non connu</source>
        <translation>communes whose need is not known</translation>
    </message>
</context>
<context>
    <name>NewPersonForm</name>
    <message>
        <source>Nom</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>jj/mm/aaaa</source>
        <translation>dd/mm/yyyy</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Revenir à la recherche</source>
        <translation>Back to the search</translation>
    </message>
</context>
<context>
    <name>NextVisitCard</name>
    <message>
        <source>Prochain passage</source>
        <translation>Next visit</translation>
    </message>
    <message>
        <source>Sur rendez-vous, au %1</source>
        <translation>By appointment, on %1</translation>
    </message>
    <message>
        <source>Sur rendez-vous, auprès de votre mairie</source>
        <translation>By appointment, through your town hall</translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message numerus="yes">
        <source>%n caractère(s) de trop</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Encore %n caractère(s)</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ouvre ce qui attend d&apos;être envoyé</source>
        <translation>Opens what is waiting to be sent</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>Passe l’appareil à quelqu’un d’autre</source>
        <translation>Hands the device to someone else</translation>
    </message>
</context>
<context>
    <name>PeopleChoice</name>
    <message>
        <source>Qui est là&#xa0;?</source>
        <translation>Who is there?</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>%1 (vous)</source>
        <translation>%1 (you)</translation>
    </message>
    <message>
        <source>Changer mon code</source>
        <translation>Change my PIN</translation>
    </message>
    <message>
        <source>Nouveau code</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>%1 ne pourra plus ouvrir cet appareil. Ce qui a été noté reste. Pour revenir, il faudra choisir un nouveau code.</source>
        <translation>%1 will no longer be able to unlock this device. What was noted stays. To come back, they will have to choose a new PIN.</translation>
    </message>
    <message>
        <source>Retirer %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Ne rien changer</source>
        <translation>Change nothing</translation>
    </message>
</context>
<context>
    <name>PersonPicker</name>
    <message>
        <source>Choisir une autre personne</source>
        <translation>Choose someone else</translation>
    </message>
    <message>
        <source>Nom ou date de naissance</source>
        <translation>Name or date of birth</translation>
    </message>
    <message>
        <source>Quelques lettres</source>
        <translation>A few letters</translation>
    </message>
    <message>
        <source>Personne de ce nom sur cet appareil.</source>
        <translation>No one of this name on this device.</translation>
    </message>
    <message>
        <source>Peut-être déjà connue&#xa0;:</source>
        <translation>Perhaps already known:</translation>
    </message>
    <message>
        <source>Nouvelle personne</source>
        <translation>New person</translation>
    </message>
</context>
<context>
    <name>PersonRow</name>
    <message>
        <source>%1, place libre</source>
        <translation>%1, free slot</translation>
    </message>
    <message>
        <source>Ouvre les autres choix pour cette personne</source>
        <translation>Opens the other choices for this person</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
    <message>
        <source>Réserver</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Réserver %1</source>
        <translation>Book %1</translation>
    </message>
    <message>
        <source>Donne la place à une personne qui attend</source>
        <translation>Gives the slot to someone who is waiting</translation>
    </message>
</context>
<context>
    <name>PhonePlaces</name>
    <message>
        <source>Une place pour %1</source>
        <translation>A slot for %1</translation>
    </message>
    <message>
        <source>La demande se classe quand le rendez-vous est pris.</source>
        <translation>The request is closed once the appointment is booked.</translation>
    </message>
    <message>
        <source>Commune de la personne</source>
        <translation>The person’s commune</translation>
    </message>
    <message>
        <source>le médicobus y passe</source>
        <translation>the mobile clinic stops there</translation>
    </message>
    <message>
        <source>%1 · changer de commune</source>
        <translation>%1 · change the commune</translation>
    </message>
    <message>
        <source>Aucune place libre à moins d’une demi-heure</source>
        <translation>No free slot within half an hour</translation>
    </message>
    <message>
        <source>Notez la demande&#xa0;: elle se rappelle sous 48 heures.</source>
        <translation>Note the request: it is answered within 48 hours.</translation>
    </message>
    <message>
        <source>Noter une demande</source>
        <translation>Note a request</translation>
    </message>
</context>
<context>
    <name>PhoneReminders</name>
    <message>
        <source>Prévenu</source>
        <translation>Told</translation>
    </message>
    <message>
        <source>N’a pas répondu</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Personne à prévenir</source>
        <translation>Nobody to tell</translation>
    </message>
    <message>
        <source>Ici se rangent, la veille, les personnes qui ont rendez-vous à la prochaine halte.</source>
        <translation>Those who have an appointment at the next stop are listed here the day before.</translation>
    </message>
</context>
<context>
    <name>PhoneRequests</name>
    <message>
        <source>Noter une demande</source>
        <translation>Note a request</translation>
    </message>
    <message>
        <source>À replacer, à confirmer (%1)</source>
        <translation>To be rebooked, to be confirmed (%1)</translation>
    </message>
    <message>
        <source>Chercher une place</source>
        <translation>Look for a slot</translation>
    </message>
    <message>
        <source>Pas de réponse</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Classer…</source>
        <translation>Close…</translation>
    </message>
    <message>
        <source>Personne n’attend de rappel</source>
        <translation>Nobody waits for a call</translation>
    </message>
    <message>
        <source>Qui n’a pas eu de place tout de suite se note ici, et se rappelle sous 48 heures.</source>
        <translation>Whoever got no slot at once is noted here, and called back within 48 hours.</translation>
    </message>
</context>
<context>
    <name>PhoneView</name>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>A été reçu ailleurs</source>
        <translation>Was seen elsewhere</translation>
    </message>
    <message>
        <source>Ne souhaite plus de rendez-vous</source>
        <translation>No longer wants an appointment</translation>
    </message>
    <message>
        <source>Injoignable</source>
        <translation>Cannot be reached</translation>
    </message>
    <message>
        <source>Notée par erreur</source>
        <translation>Noted by mistake</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>Aucun chiffre</source>
        <translation>No digits</translation>
    </message>
    <message numerus="yes">
        <source>%n chiffre(s)</source>
        <translation>
            <numerusform>%n digit</numerusform>
            <numerusform>%n digits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation>Erase the last digit</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Valider le code</source>
        <translation>Confirm the PIN</translation>
    </message>
</context>
<context>
    <name>PinPage</name>
    <message>
        <source>Encore une fois</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Nouveau code de %1</source>
        <translation>New PIN for %1</translation>
    </message>
    <message>
        <source>Code de %1</source>
        <translation>PIN of %1</translation>
    </message>
    <message>
        <source>Le même code, pour être sûr de le connaître.</source>
        <translation>The same PIN, to be sure you know it.</translation>
    </message>
    <message>
        <source>Au moins %1 chiffres, sans suite, sans répétition, sans année.</source>
        <translation>At least %1 digits, with no sequence, no repetition and no year.</translation>
    </message>
    <message>
        <source>Trop de codes faux. Redémarrer l’appareil ferait recommencer l’attente.</source>
        <translation>Too many wrong PINs. Restarting the device would start the wait again.</translation>
    </message>
    <message>
        <source>Vérification…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre</source>
        <translation>Someone else</translation>
    </message>
    <message>
        <source>Code oublié</source>
        <translation>Forgotten PIN</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Bus&#xa0;%1</source>
        <translation>Bus&#xa0;%1</translation>
    </message>
    <message>
        <source>Semaine&#xa0;%1</source>
        <translation>Week&#xa0;%1</translation>
    </message>
    <message>
        <source>matin</source>
        <translation>morning</translation>
    </message>
    <message>
        <source>après-midi</source>
        <translation>afternoon</translation>
    </message>
</context>
<context>
    <name>PlanBoard</name>
    <message>
        <source>Semaines et demi-journées</source>
        <translation>Weeks and half-days</translation>
    </message>
</context>
<context>
    <name>PlanDays</name>
    <message>
        <source>Haltes par jour</source>
        <translation>Stops by day</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>Calcul des chiffres du plan publié</source>
        <translation>Working out the figures of the published plan</translation>
    </message>
    <message>
        <source>Arrêt de la recherche, le meilleur plan est gardé</source>
        <translation>Stopping the search, the best plan is kept</translation>
    </message>
    <message>
        <source>Recherche d’un plan</source>
        <translation>Looking for a plan</translation>
    </message>
    <message>
        <source>Score %1, soit %2 du meilleur possible</source>
        <translation>Score %1, that is %2 of the best possible</translation>
    </message>
    <message>
        <source>Arrêter et garder le meilleur</source>
        <translation>Stop and keep the best</translation>
    </message>
    <message>
        <source>Aucun plan pour l’instant</source>
        <translation>No plan yet</translation>
    </message>
    <message>
        <source>Le plan dira dans quelles communes le bus s’arrête, quelle demi-journée et quelles semaines.</source>
        <translation>The plan will say in which communes the bus stops, on which half-day and in which weeks.</translation>
    </message>
    <message>
        <source>Proposer un plan</source>
        <translation>Propose a plan</translation>
    </message>
</context>
<context>
    <name>PositionQuestion</name>
    <message>
        <source>Ce n’est pas ça</source>
        <translation>That is not right</translation>
    </message>
</context>
<context>
    <name>PositionSwitch</name>
    <message>
        <source>Toucher pour couper la position</source>
        <translation>Tap to turn the position off</translation>
    </message>
    <message>
        <source>Toucher pour reprendre la position</source>
        <translation>Tap to turn the position back on</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>%1 %2&#xa0;%</source>
        <translation>%1 %2%</translation>
    </message>
</context>
<context>
    <name>PublishPanel</name>
    <message>
        <source>Plan proposé, pas encore publié</source>
        <translation>Plan proposed, not yet published</translation>
    </message>
    <message>
        <source>Plan publié</source>
        <translation>Plan published</translation>
    </message>
    <message>
        <source>Publier</source>
        <translation>Publish</translation>
    </message>
    <message>
        <source>Met ce plan en vigueur à partir du %1</source>
        <translation>Puts this plan into force from %1</translation>
    </message>
    <message>
        <source>Une semaine plus tôt</source>
        <translation>One week earlier</translation>
    </message>
    <message>
        <source>à partir du %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>Une semaine plus tard</source>
        <translation>One week later</translation>
    </message>
    <message>
        <source>Proposer un autre plan</source>
        <translation>Propose another plan</translation>
    </message>
    <message>
        <source>Proposer un plan</source>
        <translation>Propose a plan</translation>
    </message>
</context>
<context>
    <name>RecoveryCard</name>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>En place. Elle rouvre cet appareil si tous les codes sont oubliés ou perdus&#xa0;; la coordination la garde dans un coffre.</source>
        <translation>In place. It reopens this device if every PIN is forgotten or lost; the coordination team keeps it in a safe.</translation>
    </message>
    <message>
        <source>Il n’y en a pas encore. Si tous les codes étaient oubliés, ce qui n’a pas été envoyé serait perdu.</source>
        <translation>There is none yet. If every PIN were forgotten, what has not been sent would be lost.</translation>
    </message>
    <message>
        <source>En faire une nouvelle</source>
        <translation>Make a new one</translation>
    </message>
    <message>
        <source>Faire une clé de secours</source>
        <translation>Make a recovery key</translation>
    </message>
    <message>
        <source>Prendre celle d’une autre tablette</source>
        <translation>Use the one of another tablet</translation>
    </message>
</context>
<context>
    <name>RecoveryEntry</name>
    <message>
        <source>Clé de secours</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>Les lettres de la clé</source>
        <translation>The letters of the key</translation>
    </message>
    <message>
        <source>Espaces, tirets et minuscules ne comptent pas.</source>
        <translation>Spaces, dashes and lower case do not matter.</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RecoverySheet</name>
    <message>
        <source>Écrivez ces 60 lettres sur une feuille</source>
        <translation>Write these 60 letters on a sheet of paper</translation>
    </message>
    <message>
        <source>Elles ne seront plus jamais montrées. La feuille va dans le coffre de la coordination, pas dans le bus&#xa0;: qui l’a peut lire tout ce que contient cet appareil.</source>
        <translation>They will never be shown again. The sheet goes into the coordination team’s safe, not into the bus: whoever has it can read everything on this device.</translation>
    </message>
    <message>
        <source>C’est écrit</source>
        <translation>Written down</translation>
    </message>
    <message>
        <source>Renoncer</source>
        <translation>Give up</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Les six chiffres de son écran sont-ils ceux-ci&#xa0;?</source>
        <translation>Are these the six digits on its screen?</translation>
    </message>
    <message>
        <source>Les mêmes&#xa0;: approuver</source>
        <translation>The same: approve</translation>
    </message>
    <message>
        <source>Refuser</source>
        <translation>Refuse</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>Commune de la personne</source>
        <translation>The person’s commune</translation>
    </message>
    <message>
        <source>le médicobus y passe</source>
        <translation>the mobile clinic stops there</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Ne pas garder</source>
        <translation>Do not keep</translation>
    </message>
    <message>
        <source>Garder la demande</source>
        <translation>Keep the request</translation>
    </message>
    <message>
        <source>Choisissez la commune</source>
        <translation>Choose the commune</translation>
    </message>
    <message>
        <source>Choisissez une personne</source>
        <translation>Choose a person</translation>
    </message>
</context>
<context>
    <name>ResidentView</name>
    <message>
        <source>Aucune date publiée pour le moment</source>
        <translation>No dates published for now</translation>
    </message>
    <message>
        <source>Les dates de passage apparaîtront ici dès qu’elles seront publiées.</source>
        <translation>Visit dates will appear here as soon as they are published.</translation>
    </message>
    <message>
        <source>Ma commune</source>
        <translation>My commune</translation>
    </message>
    <message>
        <source>le médicobus y passe</source>
        <translation>the mobile clinic stops here</translation>
    </message>
    <message>
        <source>Le médicobus ne passe pas à %1.</source>
        <translation>The mobile clinic does not stop in %1.</translation>
    </message>
    <message>
        <source>Le plus proche : %1.</source>
        <translation>The nearest: %1.</translation>
    </message>
    <message>
        <source>Aucune date prévue</source>
        <translation>No dates planned</translation>
    </message>
    <message>
        <source>Revenez plus tard, ou demandez à votre mairie.</source>
        <translation>Come back later, or ask your town hall.</translation>
    </message>
    <message>
        <source>Choisir une autre commune</source>
        <translation>Choose another commune</translation>
    </message>
</context>
<context>
    <name>RevokePanel</name>
    <message>
        <source>Il n’échangera plus rien, et les places qui lui étaient réservées redeviennent libres. Ce qu’il a promis sans l’avoir envoyé reste inconnu&#xa0;: une personne peut se présenter à une heure donnée à une autre.</source>
        <translation>It will exchange nothing more, and the slots kept for it become free again. What it promised without sending it stays unknown: someone may turn up at a time given to another person.</translation>
    </message>
    <message>
        <source>L’effacement détruit ses clés à son prochain contact avec le serveur. Un appareil qui ne se reconnecte jamais n’est protégé que par ses codes.</source>
        <translation>Erasing destroys its keys at its next contact with the server. A device that never reconnects is protected only by its PINs.</translation>
    </message>
    <message>
        <source>Perdu ou volé&#xa0;: révoquer et effacer</source>
        <translation>Lost or stolen: revoke and erase</translation>
    </message>
    <message>
        <source>Révoquer sans effacer</source>
        <translation>Revoke without erasing</translation>
    </message>
    <message>
        <source>Révoqué et effacé dans %1&#xa0;s</source>
        <translation>Revoked and erased in %1&#xa0;s</translation>
    </message>
    <message>
        <source>Révoqué dans %1&#xa0;s</source>
        <translation>Revoked in %1&#xa0;s</translation>
    </message>
    <message>
        <source>Ensuite, cela ne peut plus être repris.</source>
        <translation>After that, it cannot be taken back.</translation>
    </message>
    <message>
        <source>Tout de suite</source>
        <translation>Right now</translation>
    </message>
    <message>
        <source>Annuler la révocation</source>
        <translation>Cancel the revocation</translation>
    </message>
    <message>
        <source>Ne rien changer</source>
        <translation>Change nothing</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Coordination</source>
        <translation>Coordination</translation>
    </message>
    <message>
        <source>Mairie (%1)</source>
        <translation>Town hall (%1)</translation>
    </message>
    <message>
        <source>Équipe du bus</source>
        <translation>Bus crew</translation>
    </message>
</context>
<context>
    <name>SamePersonCard</name>
    <message>
        <source>Donnée pour être une personne effacée depuis.</source>
        <translation>Said to be a person who was erased since.</translation>
    </message>
    <message>
        <source>Si ce n’est pas elle, gardez cette fiche à part.</source>
        <translation>If it is not them, keep this entry apart.</translation>
    </message>
    <message>
        <source>Garder à part</source>
        <translation>Keep apart</translation>
    </message>
    <message>
        <source>Réunie avec %1</source>
        <translation>Joined with %1</translation>
    </message>
    <message>
        <source>Séparer les deux fiches</source>
        <translation>Separate the two entries</translation>
    </message>
    <message>
        <source>La même personne&#xa0;?</source>
        <translation>The same person?</translation>
    </message>
    <message>
        <source>%1, différent</source>
        <translation>%1, different</translation>
    </message>
    <message>
        <source>La fiche de gauche reste, et prend à l’autre ce qui lui manque. Rien n’est perdu&#xa0;: on peut les séparer plus tard.</source>
        <translation>The entry on the left stays, and takes what it lacks from the other. Nothing is lost: they can be separated later.</translation>
    </message>
    <message>
        <source>C’est la même personne</source>
        <translation>It is the same person</translation>
    </message>
    <message>
        <source>Garder plutôt l’autre</source>
        <translation>Keep the other instead</translation>
    </message>
    <message>
        <source>Non, deux personnes</source>
        <translation>No, two persons</translation>
    </message>
    <message>
        <source>L’autre fiche&#xa0;: nom ou date de naissance</source>
        <translation>The other entry: name or date of birth</translation>
    </message>
    <message>
        <source>Peut-être déjà inscrite&#xa0;:</source>
        <translation>Perhaps already entered:</translation>
    </message>
    <message>
        <source>Inscrite deux fois&#xa0;?</source>
        <translation>Entered twice?</translation>
    </message>
    <message>
        <source>Laisser</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>SendPanel</name>
    <message>
        <source>Envoi</source>
        <translation>Sending</translation>
    </message>
</context>
<context>
    <name>SendState</name>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Envoi en cours…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>Envoyer maintenant</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Voir les six chiffres</source>
        <translation>See the six digits</translation>
    </message>
    <message>
        <source>Inscrire cet appareil</source>
        <translation>Enrol this device</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1&#xa0;h</source>
        <translation>%1&#xa0;h</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;jour(s)</source>
        <translation>
            <numerusform>%n&#xa0;day</numerusform>
            <numerusform>%n&#xa0;days</numerusform>
        </translation>
    </message>
    <message>
        <source>hier à %1</source>
        <translation>yesterday at %1</translation>
    </message>
    <message>
        <source>Appareil effacé</source>
        <translation>Device erased</translation>
    </message>
    <message>
        <source>Appareil révoqué</source>
        <translation>Device revoked</translation>
    </message>
    <message>
        <source>Cet appareil travaille seul</source>
        <translation>This device works alone</translation>
    </message>
    <message>
        <source>Inscription à approuver</source>
        <translation>Enrolment to approve</translation>
    </message>
    <message>
        <source>Envoi bloqué, %L1 à envoyer</source>
        <translation>Sending blocked, %L1 to send</translation>
    </message>
    <message>
        <source>Envoi bloqué</source>
        <translation>Sending blocked</translation>
    </message>
    <message>
        <source>Envoi de %L1 en cours…</source>
        <translation>Sending %L1…</translation>
    </message>
    <message>
        <source>%L1 à envoyer</source>
        <translation>%L1 to send</translation>
    </message>
    <message>
        <source>%L1 à envoyer, %2</source>
        <translation>%L1 to send, %2</translation>
    </message>
    <message>
        <source>Hors ligne depuis %1</source>
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Hors ligne</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Pas encore synchronisé</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>Horloge décalée de %1</source>
        <translation>Clock off by %1</translation>
    </message>
    <message>
        <source>Synchronisé à %1</source>
        <translation>Synced at %1</translation>
    </message>
    <message>
        <source>Synchronisé %1</source>
        <translation>Synced %1</translation>
    </message>
    <message>
        <source>Tout est enregistré ici, sur cet appareil, et n’est envoyé à personne.</source>
        <translation>Everything is saved here, on this device, and sent to no one.</translation>
    </message>
    <message>
        <source>Tout ce qui a été fait ici est arrivé au serveur.</source>
        <translation>Everything done here has reached the server.</translation>
    </message>
    <message>
        <source>Rien n’attend d’être envoyé.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changement(s) attend(ent) d’être envoyé(s)</source>
        <translation>
            <numerusform>%Ln change is waiting to be sent</numerusform>
            <numerusform>%Ln changes are waiting to be sent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1&#xa0;; le plus ancien date de %2.</source>
        <translation>%1; the oldest dates from %2.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Il n’est inscrit auprès d’aucun serveur.</source>
        <translation>It is not enrolled with any server.</translation>
    </message>
    <message>
        <source>Une personne doit encore comparer les six chiffres et approuver cet appareil.</source>
        <translation>Someone still has to compare the six digits and approve this device.</translation>
    </message>
    <message>
        <source>La coordination a révoqué cet appareil&#xa0;: ce qui attend ici n’est plus accepté.</source>
        <translation>The coordination team revoked this device: what is waiting here is no longer accepted.</translation>
    </message>
    <message>
        <source>La coordination a révoqué cet appareil&#xa0;: il n’échange plus rien.</source>
        <translation>The coordination team revoked this device: it no longer exchanges anything.</translation>
    </message>
    <message>
        <source>La coordination a fait effacer les clés de cet appareil&#xa0;: ce qu’il contient ne se lit plus.</source>
        <translation>The coordination team had this device’s keys erased: what it holds can no longer be read.</translation>
    </message>
    <message>
        <source>L’appareil est verrouillé&#xa0;: rien ne part avant qu’une personne entre son code.</source>
        <translation>The device is locked: nothing leaves until someone enters their PIN.</translation>
    </message>
    <message>
        <source>Le serveur n’a pas encore été joint.</source>
        <translation>The server has not been reached yet.</translation>
    </message>
    <message>
        <source>Échange en cours…</source>
        <translation>Exchanging…</translation>
    </message>
    <message>
        <source>L’envoi se fait de lui-même.</source>
        <translation>Sending happens by itself.</translation>
    </message>
    <message>
        <source>Avec un code d’inscription de la coordination, il partagera avec les autres appareils.</source>
        <translation>With an enrolment code from the coordination team, it will share with the other devices.</translation>
    </message>
    <message>
        <source>Gardez cet appareil allumé&#xa0;: l’inscription se termine d’elle-même.</source>
        <translation>Keep this device switched on: the enrolment finishes by itself.</translation>
    </message>
    <message>
        <source>Appelez la coordination. N’effacez rien&#xa0;: elle dira quoi faire de ce qui n’est pas parti.</source>
        <translation>Call the coordination team. Erase nothing: they will say what to do with what was not sent.</translation>
    </message>
    <message>
        <source>Demandez à la coordination une nouvelle inscription, ou la clé de secours.</source>
        <translation>Ask the coordination team for a new enrolment, or for the recovery key.</translation>
    </message>
    <message>
        <source>Dernier contact&#xa0;: %1</source>
        <translation>Last contact: %1</translation>
    </message>
    <message>
        <source>Aucun contact pour le moment</source>
        <translation>No contact so far</translation>
    </message>
    <message>
        <source>Prochain essai dans moins d’une minute</source>
        <translation>Next try in less than a minute</translation>
    </message>
    <message>
        <source>Prochain essai dans %1</source>
        <translation>Next try in %1</translation>
    </message>
    <message>
        <source>L’horloge de cet appareil avance de %1 sur celle du serveur.</source>
        <translation>This device’s clock is %1 ahead of the server’s.</translation>
    </message>
    <message>
        <source>L’horloge de cet appareil retarde de %1 sur celle du serveur.</source>
        <translation>This device’s clock is %1 behind the server’s.</translation>
    </message>
    <message>
        <source>Rien n’est perdu&#xa0;; réglez l’heure dans les réglages de l’appareil.</source>
        <translation>Nothing is lost; set the time in the device’s settings.</translation>
    </message>
    <message>
        <source>Travaille seul</source>
        <translation>Works alone</translation>
    </message>
    <message>
        <source>À approuver</source>
        <translation>To be approved</translation>
    </message>
    <message>
        <source>Révoqué</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Effacé</source>
        <translation>Wiped</translation>
    </message>
    <message>
        <source>À synchroniser</source>
        <translation>To be synchronised</translation>
    </message>
    <message>
        <source>Horloge décalée</source>
        <translation>Clock is off</translation>
    </message>
    <message>
        <source>Synchronisé</source>
        <translation>Synchronised</translation>
    </message>
</context>
<context>
    <name>SheetButtons</name>
    <message>
        <source>Envoi à l’imprimante…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>Imprimer</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Enregistrer en PDF</source>
        <translation>Save as PDF</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>SpaceChoice</name>
    <message>
        <source>Qui utilise cet appareil ?</source>
        <translation>Who uses this device?</translation>
    </message>
    <message>
        <source>Ce choix se change plus tard dans le menu.</source>
        <translation>This choice can be changed later in the menu.</translation>
    </message>
    <message>
        <source>L’équipe du bus</source>
        <translation>The bus crew</translation>
    </message>
    <message>
        <source>La tournée du jour, les rendez-vous, les consultations</source>
        <translation>Today’s tour, appointments, consultations</translation>
    </message>
    <message>
        <source>La coordination</source>
        <translation>The coordination team</translation>
    </message>
    <message>
        <source>Les besoins, le plan des tournées, la publication</source>
        <translation>Needs, the plan of the tours, publishing</translation>
    </message>
    <message>
        <source>La mairie</source>
        <translation>The town hall</translation>
    </message>
    <message>
        <source>Les prochains passages dans la commune</source>
        <translation>The next stops in the commune</translation>
    </message>
    <message>
        <source>Un habitant</source>
        <translation>A resident</translation>
    </message>
    <message>
        <source>Quand et où le médicobus passe près de chez moi</source>
        <translation>When and where the mobile clinic stops near me</translation>
    </message>
</context>
<context>
    <name>SpaceFrame</name>
    <message>
        <source>Verrouillé</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Ce choix n’a pas pu être gardé</source>
        <translation>This choice could not be kept</translation>
    </message>
    <message>
        <source>Tout ce qui était déjà enregistré l’est toujours.</source>
        <translation>Everything already saved still is.</translation>
    </message>
    <message>
        <source>J’ai compris</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Préparation d’un premier programme…</source>
        <translation>Preparing a first programme…</translation>
    </message>
    <message>
        <source>Le premier programme n’a pas pu être préparé.</source>
        <translation>The first programme could not be prepared.</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>%1 à %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>de %1 à %2</source>
        <translation>from %1 to %2</translation>
    </message>
</context>
<context>
    <name>StopCardForm</name>
    <message>
        <source>Réservé à l’équipe&#xa0;: ni les mairies ni le public ne le lisent.</source>
        <translation>For the crew only: neither town halls nor the public can read it.</translation>
    </message>
    <message>
        <source>Clés et entrée</source>
        <translation>Keys and entrance</translation>
    </message>
    <message>
        <source>Prise électrique</source>
        <translation>Power socket</translation>
    </message>
    <message>
        <source>Accès des personnes à mobilité réduite</source>
        <translation>Step-free access</translation>
    </message>
    <message>
        <source>Contact sur place</source>
        <translation>Contact on site</translation>
    </message>
    <message>
        <source>Téléphone du contact</source>
        <translation>Contact’s phone</translation>
    </message>
</context>
<context>
    <name>StopCardView</name>
    <message>
        <source>Latitude ; longitude, à saisir dans un GPS</source>
        <translation>Latitude; longitude, to enter in a satnav</translation>
    </message>
    <message>
        <source>Clés et entrée</source>
        <translation>Keys and entrance</translation>
    </message>
    <message>
        <source>Prise électrique</source>
        <translation>Power socket</translation>
    </message>
    <message>
        <source>Accès des personnes à mobilité réduite</source>
        <translation>Step-free access</translation>
    </message>
    <message>
        <source>Contact sur place</source>
        <translation>Contact on site</translation>
    </message>
    <message>
        <source>Appeler le %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Personne n’a encore noté où est la clé, la prise, ni qui appeler.</source>
        <translation>No one has noted yet where the key and the socket are, nor who to call.</translation>
    </message>
    <message>
        <source>Noter ce qu’il faut savoir ici</source>
        <translation>Note what to know here</translation>
    </message>
    <message>
        <source>Corriger la fiche du lieu</source>
        <translation>Correct the venue notes</translation>
    </message>
    <message>
        <source>Enregistrer la fiche</source>
        <translation>Save the notes</translation>
    </message>
    <message>
        <source>Y aller</source>
        <translation>Navigate</translation>
    </message>
</context>
<context>
    <name>StopListView</name>
    <message>
        <source>Pas de liste pour ce jour</source>
        <translation>No list for this day</translation>
    </message>
    <message>
        <source>La liste d’une demi-journée s’ouvre depuis la tournée.</source>
        <translation>The list of a half-day opens from the tour.</translation>
    </message>
    <message>
        <source>Ajouter sans rendez-vous</source>
        <translation>Add a walk-in</translation>
    </message>
    <message>
        <source>Fiche du lieu</source>
        <translation>Venue notes</translation>
    </message>
    <message>
        <source>Liste d’attente</source>
        <translation>Waiting list</translation>
    </message>
    <message>
        <source>Clore la demi-journée</source>
        <translation>Close the half-day</translation>
    </message>
    <message>
        <source>Donner la place de %1</source>
        <translation>Give the slot at %1</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>Les données de cet appareil ne peuvent pas être ouvertes</source>
        <translation>The data on this device cannot be opened</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>TeamPanel</name>
    <message>
        <source>Codes de cet appareil</source>
        <translation>PINs of this device</translation>
    </message>
</context>
<context>
    <name>TeamSteps</name>
    <message>
        <source>Ouvrez d’abord l’appareil avec votre code.</source>
        <translation>Unlock the device with your PIN first.</translation>
    </message>
    <message>
        <source>Ajouter une personne</source>
        <translation>Add a person</translation>
    </message>
    <message>
        <source>Passez-lui l’appareil&#xa0;: elle choisit seule son code, que personne d’autre n’a à connaître.</source>
        <translation>Hand them the device: they choose their PIN alone, and no one else needs to know it.</translation>
    </message>
    <message>
        <source>Celle qui est déjà dans le coffre pour une autre tablette de l’équipe.</source>
        <translation>The one already in the safe for another crew tablet.</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>TerritoryDesk</name>
    <message>
        <source>Chercher une commune</source>
        <translation>Find a commune</translation>
    </message>
    <message>
        <source>Quelques lettres</source>
        <translation>A few letters</translation>
    </message>
</context>
<context>
    <name>TerritoryMap</name>
    <message>
        <source>Carte du besoin par commune</source>
        <translation>Map of need by commune</translation>
    </message>
    <message>
        <source>La liste des communes dit la même chose en mots.</source>
        <translation>The list of communes says the same in words.</translation>
    </message>
</context>
<context>
    <name>TerritoryPhone</name>
    <message>
        <source>Ce qui est montré</source>
        <translation>What is shown</translation>
    </message>
    <message>
        <source>Liste</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Carte</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>Fiche</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Chercher une commune</source>
        <translation>Find a commune</translation>
    </message>
    <message>
        <source>Quelques lettres</source>
        <translation>A few letters</translation>
    </message>
    <message>
        <source>Aucune commune choisie</source>
        <translation>No commune chosen</translation>
    </message>
    <message>
        <source>Choisissez une commune dans la liste ou sur la carte.</source>
        <translation>Choose a commune in the list or on the map.</translation>
    </message>
    <message>
        <source>Voir sur la carte</source>
        <translation>See on the map</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>vers %1</source>
        <translation>about %1</translation>
    </message>
    <message>
        <source>Départ du dépôt</source>
        <translation>Leave the depot</translation>
    </message>
    <message>
        <source>%1 de route</source>
        <translation>%1 drive</translation>
    </message>
    <message>
        <source>Rangement %1</source>
        <translation>Packing %1</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>Break %1</translation>
    </message>
    <message>
        <source>Retour au dépôt</source>
        <translation>Back at the depot</translation>
    </message>
    <message>
        <source>mise en place %1</source>
        <translation>setting up %1</translation>
    </message>
    <message>
        <source>%1 parcourus</source>
        <translation>%1 driven</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>annulé (%1)</source>
        <translation>cancelled (%1)</translation>
    </message>
    <message>
        <source>à confirmer&#xa0;: %1</source>
        <translation>to be confirmed: %1</translation>
    </message>
    <message>
        <source>environ %1</source>
        <translation>about %1</translation>
    </message>
</context>
<context>
    <name>TimelineRow</name>
    <message>
        <source>En route</source>
        <translation>On the road</translation>
    </message>
    <message>
        <source>En pause</source>
        <translation>On a break</translation>
    </message>
    <message>
        <source>Ici, maintenant</source>
        <translation>Here, now</translation>
    </message>
    <message>
        <source>Ouvre la liste</source>
        <translation>Opens the list</translation>
    </message>
    <message>
        <source>Ouvre la fiche du lieu</source>
        <translation>Opens the venue notes</translation>
    </message>
</context>
<context>
    <name>TodayView</name>
    <message>
        <source>Jour précédent</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>Revenir à aujourd’hui</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>Jour suivant</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>Bus</translation>
    </message>
    <message>
        <source>Le bus reste au dépôt.</source>
        <translation>The bus stays at the depot.</translation>
    </message>
    <message>
        <source>Rien n’est encore publié</source>
        <translation>Nothing is published yet</translation>
    </message>
    <message>
        <source>La coordination doit proposer puis publier un plan. La tournée du jour apparaîtra ici.</source>
        <translation>The coordination team must propose then publish a plan. The day’s tour will appear here.</translation>
    </message>
    <message>
        <source>Voir la prochaine tournée</source>
        <translation>See the next tour</translation>
    </message>
</context>
<context>
    <name>Todo</name>
    <message>
        <source>À replacer et à prévenir</source>
        <translation>To rebook and call</translation>
    </message>
    <message>
        <source>Déposé par une mairie</source>
        <translation>Left by a town hall</translation>
    </message>
    <message>
        <source>Deux réponses pour une même personne</source>
        <translation>Two answers for the same person</translation>
    </message>
    <message>
        <source>Programme : un autre changement est passé d’abord</source>
        <translation>Programme: another change came first</translation>
    </message>
    <message>
        <source>Refusé par le serveur</source>
        <translation>Refused by the server</translation>
    </message>
    <message>
        <source>À confirmer par le serveur</source>
        <translation>To be confirmed by the server</translation>
    </message>
    <message>
        <source>Une personne dont le nom ne se lit pas ici</source>
        <translation>A person whose name cannot be read here</translation>
    </message>
    <message>
        <source>Le passage est annulé.</source>
        <translation>The stop is cancelled.</translation>
    </message>
    <message>
        <source>Ce passage n’est plus au programme.</source>
        <translation>This stop is no longer on the programme.</translation>
    </message>
    <message>
        <source>Cette heure n’existe plus : le passage a changé.</source>
        <translation>This time no longer exists: the stop has changed.</translation>
    </message>
    <message>
        <source>La nouvelle heure n’était plus libre : la personne garde l’ancienne.</source>
        <translation>The new time was no longer free: the person keeps the old one.</translation>
    </message>
    <message>
        <source>Cette place était réservée à un autre appareil.</source>
        <translation>This slot was kept for another device.</translation>
    </message>
    <message>
        <source>Le passage était déjà fini quand la demande est arrivée.</source>
        <translation>The stop was already over when the request arrived.</translation>
    </message>
    <message>
        <source>La demande venait d’un appareil révoqué.</source>
        <translation>The request came from a revoked device.</translation>
    </message>
    <message>
        <source>Deux personnes ont pris cette place ; l’autre l’a eue.</source>
        <translation>Two people took this slot; the other one got it.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>First name</translation>
    </message>
    <message>
        <source>Date de naissance</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <source>(rien)</source>
        <translation>(nothing)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Annoncé : %1.</source>
        <translation>Announced: %1.</translation>
    </message>
    <message>
        <source>Aucune place libre proche : appelez la personne et cherchez une autre date.</source>
        <translation>No free slot nearby: call the person and look for another date.</translation>
    </message>
    <message>
        <source>Une touche donne la place ; appelez ensuite la personne.</source>
        <translation>One tap gives the slot; then call the person.</translation>
    </message>
    <message>
        <source>Nouvelle heure demandée : %1.</source>
        <translation>New time asked for: %1.</translation>
    </message>
    <message>
        <source>Demandé : %1.</source>
        <translation>Asked for: %1.</translation>
    </message>
    <message>
        <source>Attend depuis %1.</source>
        <translation>Waiting for %1.</translation>
    </message>
    <message>
        <source>Dites « à confirmer » à la personne. Le serveur répondra au prochain échange.</source>
        <translation>Tell the person “to be confirmed”. The server will answer at the next exchange.</translation>
    </message>
    <message>
        <source>Une demande qui ne se lit pas ici</source>
        <translation>A request that cannot be read here</translation>
    </message>
    <message>
        <source>Appelez la mairie : elle sait pour qui elle l’a faite.</source>
        <translation>Call the town hall: they know for whom they made it.</translation>
    </message>
    <message>
        <source>C’est %1</source>
        <translation>It is %1</translation>
    </message>
    <message>
        <source>Prendre ce rendez-vous</source>
        <translation>Take this appointment</translation>
    </message>
    <message>
        <source>Une autre personne</source>
        <translation>Another person</translation>
    </message>
    <message>
        <source>Une touche inscrit la personne et lui donne le rendez-vous.</source>
        <translation>One tap registers the person and gives them the appointment.</translation>
    </message>
    <message>
        <source>Quelqu’un de ce nom est déjà connu. Est-ce la même personne ?</source>
        <translation>Someone of this name is already known. Is it the same person?</translation>
    </message>
    <message>
        <source>%1 : %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Deux appareils ont écrit une valeur différente sans se voir.</source>
        <translation>Two devices wrote different values without seeing each other.</translation>
    </message>
    <message>
        <source>Choisissez la bonne ; l’autre reste dans l’historique.</source>
        <translation>Choose the right one; the other stays in the history.</translation>
    </message>
    <message>
        <source>affichée pour l’instant</source>
        <translation>shown for now</translation>
    </message>
    <message>
        <source>le vôtre, %1</source>
        <translation>yours, %1</translation>
    </message>
    <message>
        <source>Quelqu’un d’autre a changé la même chose avant vous ; c’est son changement qui vaut.</source>
        <translation>Someone else changed the same thing before you; their change is the one that counts.</translation>
    </message>
    <message>
        <source>Comparez les deux. Refaites le vôtre s’il est toujours bon.</source>
        <translation>Compare the two. Make yours again if it is still right.</translation>
    </message>
    <message>
        <source>l’autre, %1</source>
        <translation>the other, %1</translation>
    </message>
    <message>
        <source>Fait %1.</source>
        <translation>Done %1.</translation>
    </message>
    <message>
        <source>Cette place est réservée à un autre appareil&#xa0;: la réponse peut attendre la fin de sa réservation. Une autre place se confirme plus vite.</source>
        <translation>This slot is set apart for another device: the answer may have to wait until that ends. Another slot is confirmed sooner.</translation>
    </message>
</context>
<context>
    <name>TodoRow</name>
    <message>
        <source>Cacher le numéro</source>
        <translation>Hide the number</translation>
    </message>
    <message>
        <source>Appeler</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Autre place</source>
        <translation>Another slot</translation>
    </message>
    <message>
        <source>Refaire le mien</source>
        <translation>Make mine again</translation>
    </message>
    <message>
        <source>Garder l’autre</source>
        <translation>Keep the other</translation>
    </message>
    <message>
        <source>J’ai compris</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>TodoView</name>
    <message>
        <source>Envoi à l’imprimante…</source>
        <translation>Sending to the printer…</translation>
    </message>
    <message>
        <source>Imprimer la liste d’appels</source>
        <translation>Print the call list</translation>
    </message>
    <message>
        <source>Rien à régler</source>
        <translation>Nothing to sort out</translation>
    </message>
    <message>
        <source>Ici se rangent les places à redonner, les réponses à départager et ce que le serveur a refusé. Chaque ligne vient avec ce qui la règle.</source>
        <translation>Slots to give again, answers to choose between and what the server refused are kept here. Each line comes with what settles it.</translation>
    </message>
</context>
<context>
    <name>TourPanel</name>
    <message>
        <source>Choisissez une halte</source>
        <translation>Choose a stop</translation>
    </message>
    <message>
        <source>Carte de la tournée</source>
        <translation>Map of the tour</translation>
    </message>
    <message>
        <source>L’horaire qui l’accompagne dit la même chose en mots.</source>
        <translation>The timetable beside it says the same in words.</translation>
    </message>
</context>
<context>
    <name>TownHallView</name>
    <message>
        <source>Aucun programme publié</source>
        <translation>No programme published</translation>
    </message>
    <message>
        <source>Les prochains passages apparaîtront ici dès que la coordination aura publié un plan.</source>
        <translation>The next stops will appear here as soon as the coordination team has published a plan.</translation>
    </message>
    <message>
        <source>Votre commune</source>
        <translation>Your commune</translation>
    </message>
    <message>
        <source>le médicobus y passe</source>
        <translation>the mobile clinic stops here</translation>
    </message>
    <message>
        <source>Aucun passage prévu à %1</source>
        <translation>No stop planned in %1</translation>
    </message>
    <message>
        <source>Le programme publié ne prévoit pas de halte dans la commune. Pour en demander une, écrivez à la coordination.</source>
        <translation>The published programme has no stop in the commune. To ask for one, write to the coordination team.</translation>
    </message>
    <message>
        <source>Choisir une autre commune</source>
        <translation>Choose another commune</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>UnlockPanel</name>
    <message>
        <source>Déverrouiller</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>VisitView</name>
    <message>
        <source>Motif</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Sans médecin traitant</source>
        <translation>No declared GP</translation>
    </message>
    <message>
        <source>Affection longue durée</source>
        <translation>Long-term illness</translation>
    </message>
    <message>
        <source>En vidéo</source>
        <translation>By video</translation>
    </message>
    <message>
        <source>Adressé à</source>
        <translation>Referred to</translation>
    </message>
    <message>
        <source>Prochain rendez-vous ici</source>
        <translation>Next appointment here</translation>
    </message>
    <message>
        <source>Aucune place aux prochains passages.</source>
        <translation>No free slot at the next stops.</translation>
    </message>
    <message>
        <source>Note courte</source>
        <translation>Short note</translation>
    </message>
    <message>
        <source>A trouvé un médecin depuis</source>
        <translation>Has found a doctor since</translation>
    </message>
    <message>
        <source>Ordonnance renouvelée</source>
        <translation>Prescription renewed</translation>
    </message>
    <message>
        <source>Prochain rendez-vous</source>
        <translation>Next appointment</translation>
    </message>
    <message>
        <source>Ou dans un lieu proche</source>
        <translation>Or at a place nearby</translation>
    </message>
    <message>
        <source>Noté avant correction</source>
        <translation>Noted before the correction</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Ouvre ce qui peut être fait</source>
        <translation>Opens what can be done</translation>
    </message>
    <message>
        <source>Personne n’attend</source>
        <translation>No one is waiting</translation>
    </message>
    <message>
        <source>Ici viennent les personnes pour qui il n’y avait pas de place. Une place se libère : une touche la leur donne.</source>
        <translation>People for whom there was no slot come here. When a slot becomes free, one tap gives it to them.</translation>
    </message>
    <message>
        <source>Ajouter à la liste d’attente</source>
        <translation>Add to the waiting list</translation>
    </message>
</context>
<context>
    <name>medicobus::app::AppShell</name>
    <message>
        <source>Admidep — territoire fictif</source>
        <translation>Admidep — fictional territory</translation>
    </message>
    <message>
        <source>Ce qui était enregistré n’a été ni effacé ni modifié. Fichier : %1</source>
        <translation>What was saved has been neither erased nor changed. File: %1</translation>
    </message>
</context>
<context>
    <name>medicobus::app::BookingPage</name>
    <message>
        <source>%1&#xa0;: demandé, à confirmer par le serveur</source>
        <translation>%1: asked for, to be confirmed by the server</translation>
    </message>
    <message>
        <source>%1 est sur la liste</source>
        <translation>%1 is on the list</translation>
    </message>
    <message>
        <source>%1&#xa0;: rendez-vous pris</source>
        <translation>%1: appointment booked</translation>
    </message>
    <message>
        <source>Donner un rendez-vous</source>
        <translation>Book an appointment</translation>
    </message>
    <message>
        <source>Ajouter sans rendez-vous</source>
        <translation>Add a walk-in</translation>
    </message>
    <message>
        <source>Déplacer le rendez-vous</source>
        <translation>Move the appointment</translation>
    </message>
    <message>
        <source>%1, %2 à %3</source>
        <translation>%1, %2 at %3</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Choisissez une personne</source>
        <translation>Choose a person</translation>
    </message>
    <message>
        <source>Ajouter à la liste</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>Choisissez une heure</source>
        <translation>Choose a time</translation>
    </message>
    <message>
        <source>Déplacer à %1</source>
        <translation>Move to %1</translation>
    </message>
    <message>
        <source>Réserver %1</source>
        <translation>Book %1</translation>
    </message>
    <message>
        <source>%1 est sur la liste d’attente</source>
        <translation>%1 is on the waiting list</translation>
    </message>
    <message>
        <source>Ajouter à la liste d’attente</source>
        <translation>Add to the waiting list</translation>
    </message>
    <message>
        <source>%1&#xa0;: demandé. Cette place est réservée à un autre appareil&#xa0;: la réponse peut tarder</source>
        <translation>%1: asked for. This slot is set apart for another device: the answer may take time</translation>
    </message>
</context>
<context>
    <name>medicobus::app::ClosingPage</name>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message>
        <source>Demi-journée close à %1</source>
        <translation>Half-day closed at %1</translation>
    </message>
    <message>
        <source>Tout le monde a un état</source>
        <translation>Everyone has a state</translation>
    </message>
    <message>
        <source>Toutes les fiches sont remplies</source>
        <translation>Every form is filled in</translation>
    </message>
    <message>
        <source>Le matériel est vérifié</source>
        <translation>The equipment is checked</translation>
    </message>
    <message>
        <source>Matériel&#xa0;: %1 à vérifier</source>
        <translation>Equipment: %1 to check</translation>
    </message>
    <message>
        <source>Rien n’attend d’être envoyé.</source>
        <translation>Nothing is waiting to be sent.</translation>
    </message>
    <message>
        <source>%1, depuis %2. Tout est gardé sur cet appareil.</source>
        <translation>%1, for %2. Everything is kept on this device.</translation>
    </message>
    <message>
        <source>Clore la demi-journée</source>
        <translation>Close the half-day</translation>
    </message>
    <message>
        <source>Clore quand même (%1 à finir)</source>
        <translation>Close all the same (%1 to finish)</translation>
    </message>
    <message>
        <source>Liste %1, %2</source>
        <translation>List for %1, %2</translation>
    </message>
    <message>
        <source>Demi-journée close</source>
        <translation>Half-day closed</translation>
    </message>
    <message>
        <source>Demi-journée rouverte</source>
        <translation>Half-day reopened</translation>
    </message>
    <message>
        <source>Médicobus</source>
        <translation>Médicobus</translation>
    </message>
    <message>
        <source>La feuille est partie à l’imprimante.</source>
        <translation>The sheet has gone to the printer.</translation>
    </message>
    <message>
        <source>journee</source>
        <translation>day</translation>
    </message>
    <message>
        <source>liste</source>
        <translation>list</translation>
    </message>
    <message>
        <source>Enregistré dans %1, sous le nom %2. Ce fichier contient des noms en clair&#xa0;: effacez-le après usage.</source>
        <translation>Saved in %1, as %2. This file holds names in clear: delete it after use.</translation>
    </message>
    <message numerus="yes">
        <source>%n personne(s) sans état</source>
        <translation>
            <numerusform>%n person without a state</numerusform>
            <numerusform>%n people without a state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fiche(s) à finir</source>
        <translation>
            <numerusform>%n form to finish</numerusform>
            <numerusform>%n forms to finish</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changement(s) attend(ent) d’être envoyé(s)</source>
        <translation>
            <numerusform>%Ln change is waiting to be sent</numerusform>
            <numerusform>%Ln changes are waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::CommuneCard</name>
    <message>
        <source>donnée fictive</source>
        <translation>fictional figure</translation>
    </message>
    <message>
        <source>%1&#xa0;min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>zone d’intervention prioritaire</source>
        <translation>priority action area (ZIP)</translation>
    </message>
    <message>
        <source>zone d’action complémentaire</source>
        <translation>further action area (ZAC)</translation>
    </message>
    <message>
        <source>hors zonage</source>
        <translation>outside any area</translation>
    </message>
    <message>
        <source>zone d’accès renforcé</source>
        <translation>reinforced access area</translation>
    </message>
    <message>
        <source>%1 par an</source>
        <translation>%1 per year</translation>
    </message>
    <message>
        <source>Consultations manquantes</source>
        <translation>Missing consultations</translation>
    </message>
    <message>
        <source>calcul&#xa0;: habitants × écart au seuil</source>
        <translation>worked out: inhabitants × gap to the threshold</translation>
    </message>
    <message>
        <source>Habitants</source>
        <translation>Inhabitants</translation>
    </message>
    <message>
        <source>Insee</source>
        <translation>INSEE</translation>
    </message>
    <message>
        <source>Consultations accessibles (APL)</source>
        <translation>Consultations within reach (APL)</translation>
    </message>
    <message>
        <source>%1 par habitant et par an</source>
        <translation>%1 per inhabitant per year</translation>
    </message>
    <message>
        <source>DREES</source>
        <translation>DREES</translation>
    </message>
    <message>
        <source>Écart au seuil de %1</source>
        <translation>Gap to the threshold of %1</translation>
    </message>
    <message>
        <source>calcul&#xa0;: %1 − APL</source>
        <translation>worked out: %1 − APL</translation>
    </message>
    <message>
        <source>Zonage médecin</source>
        <translation>Doctors’ zoning</translation>
    </message>
    <message>
        <source>ARS</source>
        <translation>ARS</translation>
    </message>
    <message>
        <source>65 ans et plus</source>
        <translation>Aged 65 and over</translation>
    </message>
    <message>
        <source>Pharmacie la plus proche</source>
        <translation>Nearest pharmacy</translation>
    </message>
    <message>
        <source>Finess</source>
        <translation>FINESS</translation>
    </message>
    <message>
        <source>Urgences les plus proches</source>
        <translation>Nearest emergency department</translation>
    </message>
    <message>
        <source>non connu</source>
        <translation>not known</translation>
    </message>
</context>
<context>
    <name>medicobus::app::CommuneStops</name>
    <message>
        <source>%1, lieu précisé par la mairie</source>
        <translation>%1, venue to be given by the town hall</translation>
    </message>
    <message>
        <source>%1, à %2 à vol d’oiseau</source>
        <translation>%1, %2 away as the crow flies</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>annulé</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>annulé (%1)</source>
        <translation>cancelled (%1)</translation>
    </message>
    <message>
        <source>déplacé, prévu d’abord le %1 à %2</source>
        <translation>moved, first planned for %1 at %2</translation>
    </message>
    <message>
        <source>à confirmer, jour férié (%1)</source>
        <translation>to be confirmed, public holiday (%1)</translation>
    </message>
    <message>
        <source>Complet</source>
        <translation>Full</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) libre(s)</source>
        <translation>
            <numerusform>%n free slot</numerusform>
            <numerusform>%n free slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::CoordinationSpace</name>
    <message>
        <source>Territoire</source>
        <translation>Territory</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>À régler</source>
        <translation>To sort out</translation>
    </message>
    <message>
        <source>Appareils</source>
        <translation>Devices</translation>
    </message>
</context>
<context>
    <name>medicobus::app::CrewSpace</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>À régler</source>
        <translation>To sort out</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
</context>
<context>
    <name>medicobus::app::DayPage</name>
    <message>
        <source>Bus %1</source>
        <translation>Bus %1</translation>
    </message>
    <message>
        <source>%1 · aujourd’hui</source>
        <translation>%1 · today</translation>
    </message>
    <message>
        <source>Retard %1</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>Départ du dépôt</source>
        <translation>Leave the depot</translation>
    </message>
    <message>
        <source>Je suis arrivé %1</source>
        <translation>I have arrived %1</translation>
    </message>
    <message>
        <source>Je suis arrivé</source>
        <translation>I have arrived</translation>
    </message>
    <message>
        <source>Je repars</source>
        <translation>I am leaving</translation>
    </message>
    <message>
        <source>Je suis rentré au dépôt</source>
        <translation>I am back at the depot</translation>
    </message>
    <message>
        <source>Ouvrir la liste %1</source>
        <translation>Open the list for %1</translation>
    </message>
    <message>
        <source>La tournée est terminée&#xa0;: %1 parcourus.</source>
        <translation>The tour is over: %1 driven.</translation>
    </message>
    <message>
        <source>La tournée est terminée.</source>
        <translation>The tour is over.</translation>
    </message>
    <message>
        <source>Prochaine tournée&#xa0;: %1</source>
        <translation>Next tour: %1</translation>
    </message>
    <message>
        <source>Départ noté à %1</source>
        <translation>Departure noted at %1</translation>
    </message>
    <message>
        <source>Arrivée notée à %1</source>
        <translation>Arrival noted at %1</translation>
    </message>
    <message>
        <source>Retour noté à %1</source>
        <translation>Return noted at %1</translation>
    </message>
    <message>
        <source>Clore la demi-journée</source>
        <translation>Close the half-day</translation>
    </message>
    <message>
        <source>Y aller</source>
        <translation>Navigate</translation>
    </message>
</context>
<context>
    <name>medicobus::app::DevicesPage</name>
    <message>
        <source>Vu du serveur à %1</source>
        <translation>As the server had it at %1</translation>
    </message>
    <message>
        <source>Équipe du bus</source>
        <translation>Bus crew</translation>
    </message>
    <message>
        <source>Coordination</source>
        <translation>Coordination</translation>
    </message>
    <message>
        <source>Mairie</source>
        <translation>Town hall</translation>
    </message>
    <message>
        <source>Pour un appareil&#xa0;: %1. Sert une seule fois, jusqu’à %2.</source>
        <translation>For a device: %1. Works once only, until %2.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::EnrolmentPage</name>
    <message>
        <source>Tablette du bus</source>
        <translation>Bus tablet</translation>
    </message>
    <message>
        <source>Continuez&#xa0;: le code va par groupes de cinq.</source>
        <translation>Carry on: the code goes in groups of five.</translation>
    </message>
    <message numerus="yes">
        <source>%n groupe(s) lu(s). Le code n’est pas encore entier, ou une lettre est fausse.</source>
        <translation>
            <numerusform>%n group read. The code is not complete yet, or a letter is wrong.</numerusform>
            <numerusform>%n groups read. The code is not complete yet, or a letter is wrong.</numerusform>
        </translation>
    </message>
    <message>
        <source>Aucun code ne contient «&#xa0;%1&#xa0;». Relisez le dernier groupe.</source>
        <translation>No code contains “%1”. Check the last group.</translation>
    </message>
    <message>
        <source>Ce code vient d’un serveur plus récent. Mettez l’application à jour.</source>
        <translation>This code comes from a newer server. Update the application.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::NeedModel</name>
    <message>
        <source>non connu</source>
        <translation>not known</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PersonModel</name>
    <message>
        <source>jour et mois inversés</source>
        <translation>day and month swapped</translation>
    </message>
    <message>
        <source>même téléphone</source>
        <translation>same telephone</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PhonePage</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a list and its length</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Places libres</source>
        <translation>Free slots</translation>
    </message>
    <message>
        <source>Demandes</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Rappels</source>
        <translation>Reminders</translation>
    </message>
    <message>
        <source>Tout le monde est prévenu.</source>
        <translation>Everybody has been told.</translation>
    </message>
    <message>
        <source>%1 à appeler sur %2</source>
        <translation>%1 to call of %2</translation>
    </message>
    <message>
        <source>%1&#xa0;: demande notée</source>
        <translation>%1: request noted</translation>
    </message>
    <message>
        <source>%1&#xa0;: appel sans réponse noté</source>
        <translation>%1: call without answer noted</translation>
    </message>
    <message>
        <source>%1&#xa0;: demande classée</source>
        <translation>%1: request closed</translation>
    </message>
    <message>
        <source>Appel noté&#xa0;: prévenu</source>
        <translation>Call noted: told</translation>
    </message>
    <message>
        <source>Appel noté&#xa0;: n’a pas répondu</source>
        <translation>Call noted: no answer</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PinForm</name>
    <message>
        <source>Les deux codes ne sont pas les mêmes.</source>
        <translation>The two PINs are not the same.</translation>
    </message>
    <message>
        <source>Choisissez-en un de nouveau.</source>
        <translation>Choose one again.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PinWait</name>
    <message numerus="yes">
        <source>%n&#xa0;seconde(s)</source>
        <translation>
            <numerusform>%n&#xa0;second</numerusform>
            <numerusform>%n&#xa0;seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Prochain essai dans %1</source>
        <translation>Next try in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;minute(s)</source>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Prochain essai dans %1 %2</source>
        <translation>Next try in %1 %2</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PlanBoardModel</name>
    <message>
        <source>%1, %2 %3&#xa0;: %4</source>
        <translation>%1, %2 %3: %4</translation>
    </message>
    <message>
        <source>libre</source>
        <translation>free</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PlanFigures</name>
    <message>
        <source>Score du plan</source>
        <translation>Score of the plan</translation>
    </message>
    <message>
        <source>%1 du meilleur score possible, %2</source>
        <translation>%1 of the best possible score, %2</translation>
    </message>
    <message>
        <source>Face au tableur</source>
        <translation>Against the spreadsheet</translation>
    </message>
    <message>
        <source>sans objet</source>
        <translation>not applicable</translation>
    </message>
    <message>
        <source>autant de demi-journées dans les %1 communes les plus en manque&#xa0;: %2</source>
        <translation>as many half-days in the %1 communes most lacking: %2</translation>
    </message>
    <message>
        <source>Gravité du manque supprimée</source>
        <translation>Severity of need removed</translation>
    </message>
    <message>
        <source>de %1 à %2</source>
        <translation>from %1 to %2</translation>
    </message>
    <message>
        <source>Consultations par an</source>
        <translation>Consultations per year</translation>
    </message>
    <message>
        <source>qui manquaient aux habitants</source>
        <translation>that inhabitants lacked</translation>
    </message>
    <message>
        <source>Communes qui passent le seuil</source>
        <translation>Communes that cross the threshold</translation>
    </message>
    <message>
        <source>%1 sous le seuil avant, %2 après</source>
        <translation>%1 below the threshold before, %2 after</translation>
    </message>
    <message>
        <source>%1 des habitants, %2 avant le plan</source>
        <translation>%1 of inhabitants, %2 before the plan</translation>
    </message>
    <message>
        <source>Habitants à moins de 10&#xa0;min</source>
        <translation>Inhabitants within 10&#xa0;min</translation>
    </message>
    <message>
        <source>Habitants à moins de 15&#xa0;min</source>
        <translation>Inhabitants within 15&#xa0;min</translation>
    </message>
    <message>
        <source>Kilomètres par an</source>
        <translation>Kilometres per year</translation>
    </message>
    <message>
        <source>%1&#xa0;km par consultation</source>
        <translation>%1&#xa0;km per consultation</translation>
    </message>
    <message>
        <source>Règles non respectées</source>
        <translation>Rules broken</translation>
    </message>
    <message>
        <source>vérifié à part, sans le planificateur</source>
        <translation>checked separately, without the planner</translation>
    </message>
    <message>
        <source>le plan ne peut pas être publié</source>
        <translation>the plan cannot be published</translation>
    </message>
    <message>
        <source>Temps de route</source>
        <translation>Driving times</translation>
    </message>
    <message>
        <source>estimés</source>
        <translation>estimated</translation>
    </message>
    <message>
        <source>%1 fois le vol d&apos;oiseau, à %2&#xa0;km/h</source>
        <translation>%1 times the straight line, at %2&#xa0;km/h</translation>
    </message>
    <message>
        <source>par %1, depuis le %2</source>
        <translation>by %1, since %2</translation>
    </message>
    <message>
        <source>lus dans %1</source>
        <translation>read from %1</translation>
    </message>
    <message>
        <source>mesurés</source>
        <translation>measured</translation>
    </message>
</context>
<context>
    <name>medicobus::app::PlanPage</name>
    <message>
        <source>Le plan n’a pas pu être fait.</source>
        <translation>The plan could not be made.</translation>
    </message>
    <message>
        <source>Aucun programme n’est publié.</source>
        <translation>No programme is published.</translation>
    </message>
    <message>
        <source>Programme publié, en vigueur à partir du %1.</source>
        <translation>Programme published, in force from %1.</translation>
    </message>
    <message>
        <source>Programme publié le %1 à %2, en vigueur à partir du %3.</source>
        <translation>Programme published on %1 at %2, in force from %3.</translation>
    </message>
    <message>
        <source>La publication a échoué&#xa0;; le programme d’avant reste en vigueur.</source>
        <translation>Publishing failed; the earlier programme stays in force.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::RecoveryCodeForm</name>
    <message>
        <source>Aucun code ne contient «&#xa0;%1&#xa0;». Relisez le dernier groupe.</source>
        <translation>No code contains “%1”. Check the last group.</translation>
    </message>
    <message>
        <source>Une lettre est fausse ou manque. Relisez le code groupe par groupe.</source>
        <translation>A letter is wrong or missing. Check the code group by group.</translation>
    </message>
    <message numerus="yes">
        <source>%n lettre(s) sur %1.</source>
        <translation>
            <numerusform>%n letter of %1.</numerusform>
            <numerusform>%n letters of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>medicobus::app::ResidentSpace</name>
    <message>
        <source>Prochain passage</source>
        <translation>Next visit</translation>
    </message>
</context>
<context>
    <name>medicobus::app::SamePerson</name>
    <message>
        <source>non noté</source>
        <translation>not noted</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Family name</translation>
    </message>
    <message>
        <source>Prénom</source>
        <translation>Given name</translation>
    </message>
    <message>
        <source>Naissance</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Téléphone</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>%1&#xa0;: une seule fiche</source>
        <translation>%1: one entry</translation>
    </message>
    <message>
        <source>%1&#xa0;: deux fiches à nouveau</source>
        <translation>%1: two entries again</translation>
    </message>
    <message>
        <source>%1&#xa0;: gardée à part</source>
        <translation>%1: kept apart</translation>
    </message>
</context>
<context>
    <name>medicobus::app::SendPage</name>
    <message>
        <source>%1, auprès de %2</source>
        <translation>%1, with %2</translation>
    </message>
</context>
<context>
    <name>medicobus::app::StopCard</name>
    <message>
        <source>Dépôt</source>
        <translation>Depot</translation>
    </message>
    <message>
        <source>Fiche du lieu enregistrée</source>
        <translation>Venue notes saved</translation>
    </message>
</context>
<context>
    <name>medicobus::app::StopModel</name>
    <message>
        <source>Sans rendez-vous</source>
        <translation>Walk-in</translation>
    </message>
    <message>
        <source>À confirmer</source>
        <translation>To be confirmed</translation>
    </message>
    <message>
        <source>À replacer</source>
        <translation>To be rebooked</translation>
    </message>
    <message>
        <source>Fiche commencée</source>
        <translation>Form begun</translation>
    </message>
    <message>
        <source>retard %1</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>Remplir la fiche</source>
        <translation>Fill in the form</translation>
    </message>
    <message>
        <source>retard %1, vers %2</source>
        <translation>%1 late, about %2</translation>
    </message>
    <message>
        <source>attendu depuis %1</source>
        <translation>expected %1 ago</translation>
    </message>
    <message>
        <source>Première visite</source>
        <translation>First visit</translation>
    </message>
    <message>
        <source>À confirmer, réservée ailleurs</source>
        <translation>To be confirmed, set apart elsewhere</translation>
    </message>
</context>
<context>
    <name>medicobus::app::StopPage</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Retard %1</source>
        <translation>%1 late</translation>
    </message>
    <message>
        <source>Ce passage est annulé.</source>
        <translation>This stop is cancelled.</translation>
    </message>
    <message>
        <source>Ce passage est annulé (%1).</source>
        <translation>This stop is cancelled (%1).</translation>
    </message>
    <message>
        <source>Jour férié (%1)&#xa0;: la coordination doit confirmer ce passage.</source>
        <translation>Public holiday (%1): the coordination team must confirm this stop.</translation>
    </message>
    <message>
        <source>Revoir la fiche</source>
        <translation>See the form again</translation>
    </message>
    <message>
        <source>Remplir la fiche</source>
        <translation>Fill in the form</translation>
    </message>
    <message>
        <source>Parti sans être vu</source>
        <translation>Left without being seen</translation>
    </message>
    <message>
        <source>Annuler à sa demande</source>
        <translation>Cancel at their request</translation>
    </message>
    <message>
        <source>Annuler, c’était une erreur</source>
        <translation>Cancel, it was a mistake</translation>
    </message>
    <message>
        <source>Revenir à l’état d’avant</source>
        <translation>Back to the earlier state</translation>
    </message>
    <message>
        <source>%1&#xa0;: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Demi-journée close à %1</source>
        <translation>Half-day closed at %1</translation>
    </message>
    <message>
        <source>Annuler, autre raison</source>
        <translation>Cancel, another reason</translation>
    </message>
</context>
<context>
    <name>medicobus::app::TeamPage</name>
    <message>
        <source>%1 peut ouvrir cet appareil avec son code.</source>
        <translation>%1 can unlock this device with their PIN.</translation>
    </message>
    <message>
        <source>Nouveau code de %1&#xa0;: l’ancien n’ouvre plus.</source>
        <translation>New PIN for %1: the old one no longer works.</translation>
    </message>
    <message>
        <source>%1 ne peut plus ouvrir cet appareil.</source>
        <translation>%1 can no longer unlock this device.</translation>
    </message>
    <message>
        <source>Clé de secours en place&#xa0;: elle seule rouvre cet appareil si tous les codes sont perdus.</source>
        <translation>Recovery key in place: it alone reopens this device if every PIN is lost.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::TodoPage</name>
    <message>
        <source>%1&#xa0;: place donnée. Pensez à prévenir.</source>
        <translation>%1: slot given. Remember to let them know.</translation>
    </message>
    <message>
        <source>%1&#xa0;: place donnée. Appelez le %2.</source>
        <translation>%1: slot given. Call %2.</translation>
    </message>
    <message>
        <source>%1&#xa0;: rendez-vous inscrit.</source>
        <translation>%1: appointment entered.</translation>
    </message>
    <message>
        <source>%1&#xa0;: c’est noté.</source>
        <translation>%1: noted.</translation>
    </message>
    <message>
        <source>%1&#xa0;: refait.</source>
        <translation>%1: made again.</translation>
    </message>
    <message>
        <source>Personnes à rappeler</source>
        <translation>People to call back</translation>
    </message>
    <message>
        <source>La liste d’appels est partie à l’imprimante.</source>
        <translation>The call list has gone to the printer.</translation>
    </message>
</context>
<context>
    <name>medicobus::app::TourPosition</name>
    <message>
        <source>Position coupée</source>
        <translation>Position off</translation>
    </message>
    <message>
        <source>Position&#xa0;: recherche</source>
        <translation>Position: searching</translation>
    </message>
    <message>
        <source>Position active</source>
        <translation>Position on</translation>
    </message>
    <message>
        <source>Position&#xa0;: pas de signal</source>
        <translation>Position: no signal</translation>
    </message>
    <message>
        <source>Position refusée par l’appareil</source>
        <translation>Position refused by the device</translation>
    </message>
    <message>
        <source>D’après la position, le bus est arrivé %1 à %2.</source>
        <translation>From its position, the bus arrived %1 at %2.</translation>
    </message>
    <message>
        <source>D’après la position, le bus est reparti %1 à %2.</source>
        <translation>From its position, the bus left %1 at %2.</translation>
    </message>
    <message>
        <source>D’après la position, le bus est rentré au dépôt à %1.</source>
        <translation>From its position, the bus came back to the depot at %1.</translation>
    </message>
    <message>
        <source>Noter %1</source>
        <translation>Note %1</translation>
    </message>
</context>
<context>
    <name>medicobus::app::TourTimetable</name>
    <message>
        <source>%1 de route, %2&#xa0;km</source>
        <translation>%1 drive, %2&#xa0;km</translation>
    </message>
    <message>
        <source>pause et attente de %1</source>
        <translation>break and wait of %1</translation>
    </message>
    <message>
        <source>Départ du dépôt</source>
        <translation>Leave the depot</translation>
    </message>
    <message>
        <source>consultations de %1 à %2, départ à %3</source>
        <translation>consultations from %1 to %2, leaving at %3</translation>
    </message>
    <message>
        <source>Retour au dépôt</source>
        <translation>Back at the depot</translation>
    </message>
    <message>
        <source>%1&#xa0;km, %2 de route</source>
        <translation>%1&#xa0;km, %2 drive</translation>
    </message>
</context>
<context>
    <name>medicobus::app::TownHallSpace</name>
    <message>
        <source>Prochains passages</source>
        <translation>Next stops</translation>
    </message>
</context>
<context>
    <name>medicobus::app::VisitPage</name>
    <message>
        <source>sans rendez-vous</source>
        <translation>walk-in</translation>
    </message>
    <message>
        <source>rendez-vous de %1</source>
        <translation>appointment at %1</translation>
    </message>
    <message>
        <source>%1 à %2</source>
        <translation>%1 at %2</translation>
    </message>
    <message>
        <source>Gardé sur cet appareil à chaque touche. Reste à terminer.</source>
        <translation>Kept on this device at every tap. Still to be finished.</translation>
    </message>
    <message>
        <source>Fiche enregistrée.</source>
        <translation>Form saved.</translation>
    </message>
    <message>
        <source>Chaque touche est gardée aussitôt.</source>
        <translation>Every tap is kept at once.</translation>
    </message>
    <message>
        <source>Enregistrer la correction</source>
        <translation>Save the correction</translation>
    </message>
    <message>
        <source>Terminer la consultation</source>
        <translation>Finish the consultation</translation>
    </message>
    <message>
        <source>%1&#xa0;: prochain rendez-vous pris</source>
        <translation>%1: next appointment booked</translation>
    </message>
    <message>
        <source>%1&#xa0;: consultation enregistrée</source>
        <translation>%1: consultation recorded</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, à %2&#xa0;: %3</source>
        <translation>%1, %2 away: %3</translation>
    </message>
    <message>
        <source>Motif&#xa0;: %1</source>
        <translation>Reason: %1</translation>
    </message>
    <message>
        <source>Issue&#xa0;: %1</source>
        <translation>Outcome: %1</translation>
    </message>
    <message>
        <source>Adressé à&#xa0;: %1</source>
        <translation>Referred to: %1</translation>
    </message>
    <message>
        <source>Ordonnance renouvelée</source>
        <translation>Prescription renewed</translation>
    </message>
    <message>
        <source>A trouvé un médecin depuis</source>
        <translation>Has found a doctor since</translation>
    </message>
</context>
<context>
    <name>medicobus::app::WaitingPage</name>
    <message>
        <source>attend depuis %1</source>
        <translation>has waited for %1</translation>
    </message>
    <message>
        <source>%1, à %2</source>
        <translation>%1, %2 away</translation>
    </message>
    <message>
        <source>%1&#xa0;: place demandée, à confirmer.</source>
        <translation>%1: slot asked for, to be confirmed.</translation>
    </message>
    <message>
        <source>%1&#xa0;: place donnée.</source>
        <translation>%1: slot given.</translation>
    </message>
    <message>
        <source>Pensez à prévenir.</source>
        <translation>Remember to let them know.</translation>
    </message>
    <message>
        <source>Appelez le %1.</source>
        <translation>Call %1.</translation>
    </message>
    <message>
        <source>Donner %1</source>
        <translation>Give %1</translation>
    </message>
    <message>
        <source>N’attend plus, à sa demande</source>
        <translation>No longer waiting, at their request</translation>
    </message>
    <message>
        <source>A été reçu ailleurs</source>
        <translation>Was seen elsewhere</translation>
    </message>
    <message>
        <source>Injoignable</source>
        <translation>Cannot be reached</translation>
    </message>
    <message>
        <source>%1&#xa0;: retiré de la liste d’attente</source>
        <translation>%1: taken off the waiting list</translation>
    </message>
    <message>
        <source>Liste d’attente</source>
        <translation>Waiting list</translation>
    </message>
    <message numerus="yes">
        <source>%n personne(s) attend(ent) une place</source>
        <translation>
            <numerusform>%n person is waiting for a slot</numerusform>
            <numerusform>%n people are waiting for a slot</numerusform>
        </translation>
    </message>
</context>
</TS>
