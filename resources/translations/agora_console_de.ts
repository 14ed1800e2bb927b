<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A control panel for Agora Cloud Recording: it starts, watches and stops recordings, and writes down what happened. It is not made by Agora.</source>
        <translation>Eine Bedienoberfläche für Agora Cloud Recording: Sie startet, überwacht und stoppt Aufnahmen und schreibt auf, was geschehen ist. Sie stammt nicht von Agora.</translation>
    </message>
    <message>
        <source>About Agora Console</source>
        <translation>Über Agora Console</translation>
    </message>
    <message>
        <source>Agora Console {0}</source>
        <translation>Agora Console {0}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Journal and settings</source>
        <translation>Journal und Einstellungen</translation>
    </message>
    <message>
        <source>Secrets are in the keyring of this machine only.</source>
        <translation>Geheimnisse liegen nur im Schlüsselbund dieses Rechners.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>32 characters, 0…9 and a…f</source>
        <translation>32 Zeichen, 0…9 und a…f</translation>
    </message>
    <message>
        <source>Address, area, spelling of black lists, App certificate</source>
        <translation>Adresse, Gebiet, Schreibweise der Sperrlisten, App-Zertifikat</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Agora account</source>
        <translation>Agora-Konto</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App ID</translation>
    </message>
    <message>
        <source>Asking Agora…</source>
        <translation>Agora wird gefragt…</translation>
    </message>
    <message>
        <source>Asks Agora for a recorder that is never started: it costs nothing</source>
        <translation>Bittet Agora um einen Recorder, der nie gestartet wird: Das kostet nichts</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>Kunden-ID</translation>
    </message>
    <message>
        <source>Customer ID and secret</source>
        <translation>Kunden-ID und -Secret</translation>
    </message>
    <message>
        <source>Customer secret</source>
        <translation>Kunden-Secret</translation>
    </message>
    <message>
        <source>Leave empty to keep the stored one.</source>
        <translation>Leer lassen, um das gespeicherte zu behalten.</translation>
    </message>
    <message>
        <source>Project name</source>
        <translation>Projektname</translation>
    </message>
    <message>
        <source>Proved: Agora accepts this App ID, customer ID and secret.</source>
        <translation>Bewiesen: Agora nimmt App ID, Kunden-ID und Secret an.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>console.agora.io → Developer Toolkit → RESTful API</source>
        <translation>console.agora.io → Developer Toolkit → RESTful API</translation>
    </message>
    <message>
        <source>console.agora.io → Project Management</source>
        <translation>console.agora.io → Project Management</translation>
    </message>
    <message>
        <source>what this project is called here</source>
        <translation>wie dieses Projekt hier heißt</translation>
    </message>
    <message>
        <source>{0} ({1} set)</source>
        <translation>{0} ({1} gesetzt)</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>About Agora Console</source>
        <translation>Über Agora Console</translation>
    </message>
    <message>
        <source>Acknowledge the first alarm</source>
        <translation>Den ersten Alarm quittieren</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Nach Zustand</translation>
    </message>
    <message>
        <source>Command palette…</source>
        <translation>Befehlspalette…</translation>
    </message>
    <message>
        <source>Compare configs…</source>
        <translation>Konfigurationen vergleichen…</translation>
    </message>
    <message>
        <source>Copy the request as cURL</source>
        <translation>Anfrage als cURL kopieren</translation>
    </message>
    <message>
        <source>Ctrl+F{0} on air: {1}</source>
        <translation>Strg+F{0} auf Sendung: {1}</translation>
    </message>
    <message>
        <source>Cue {0} into preview (empty)</source>
        <translation>Cue {0} in die Vorschau (leer)</translation>
    </message>
    <message>
        <source>Cue {0} on air (empty)</source>
        <translation>Cue {0} auf Sendung (leer)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Form or JSON</source>
        <translation>Formular oder JSON</translation>
    </message>
    <message>
        <source>F{0} into preview: {1}</source>
        <translation>F{0} in die Vorschau: {1}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>Zur Liste gehen</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Live ones in their place</source>
        <translation>Laufende an ihrem Platz</translation>
    </message>
    <message>
        <source>Lock (hold the keys to unlock)</source>
        <translation>Sperren (zum Entsperren Tasten halten)</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>New recording</source>
        <translation>Neue Aufnahme</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Open a config or ticket…</source>
        <translation>Konfiguration oder Ticket öffnen…</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Open this menu</source>
        <translation>Dieses Menü öffnen</translation>
    </message>
    <message>
        <source>Paste a config or cURL line</source>
        <translation>Konfiguration oder cURL-Zeile einfügen</translation>
    </message>
    <message>
        <source>Plan the start…</source>
        <translation>Start planen…</translation>
    </message>
    <message>
        <source>Preflight…</source>
        <translation>Preflight…</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Presets…</translation>
    </message>
    <message>
        <source>Project settings…</source>
        <translation>Projekteinstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Recover what was cut off</source>
        <translation>Abgebrochenes klären</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Renew the storage credentials…</source>
        <translation>Speicher-Zugangsdaten erneuern…</translation>
    </message>
    <message>
        <source>Row {0}</source>
        <translation>Zeile {0}</translation>
    </message>
    <message>
        <source>Save diagnostics</source>
        <translation>Diagnose speichern</translation>
    </message>
    <message>
        <source>Settings of the console…</source>
        <translation>Einstellungen der Konsole…</translation>
    </message>
    <message>
        <source>Show the alarms</source>
        <translation>Alarme zeigen</translation>
    </message>
    <message>
        <source>Small strip above all windows</source>
        <translation>Kleine Leiste über allen Fenstern</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>Liste sortieren</translation>
    </message>
    <message>
        <source>Sound with alarms</source>
        <translation>Ton bei Alarmen</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufnahme starten</translation>
    </message>
    <message>
        <source>Start several…</source>
        <translation>Mehrere starten…</translation>
    </message>
    <message>
        <source>Stop all recordings…</source>
        <translation>Alle Aufnahmen stoppen…</translation>
    </message>
    <message>
        <source>Stop the recording (hold the keys)</source>
        <translation>Aufnahme stoppen (Tasten halten)</translation>
    </message>
    <message>
        <source>Stop the recording by typing its name…</source>
        <translation>Aufnahme durch Tippen ihres Namens stoppen…</translation>
    </message>
    <message>
        <source>Take over a recording…</source>
        <translation>Aufnahme übernehmen…</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Wall of cards</source>
        <translation>Kartenwand</translation>
    </message>
    <message>
        <source>What needs attention first</source>
        <translation>Was Aufmerksamkeit braucht, zuerst</translation>
    </message>
</context>
<context>
    <name>AdoptDialog</name>
    <message>
        <source>All (*)</source>
        <translation>Alle (*)</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Kanalname</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It is missing: a recording is found by all of its ids.</source>
        <translation>Das fehlt: Eine Aufnahme wird durch alle ihre Kennungen gefunden.</translation>
    </message>
    <message>
        <source>It is written into the journal here and Agora is asked once. Whoever started it goes on watching it as well.</source>
        <translation>Sie wird hier ins Journal geschrieben, und Agora wird einmal gefragt. Wer sie gestartet hat, beobachtet sie weiter.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>No project here has the App ID {0} of the ticket.</source>
        <translation>Kein Projekt hier hat die App ID {0} des Tickets.</translation>
    </message>
    <message>
        <source>Open a ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>Or type its ids</source>
        <translation>Oder die Kennungen tippen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Recorder UID</source>
        <translation>Recorder-UID</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take over a recording</source>
        <translation>Aufnahme übernehmen</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Tickets (*.agora-ticket *.json *.txt)</source>
        <translation>Tickets (*.agora-ticket *.json *.txt)</translation>
    </message>
    <message>
        <source>Writing it down, and asking Agora once…</source>
        <translation>Wird aufgeschrieben, und Agora wird einmal gefragt…</translation>
    </message>
    <message>
        <source>agora-ticket:… from a mail or chat, or its file</source>
        <translation>agora-ticket:… aus Mail oder Chat, oder die Datei</translation>
    </message>
    <message>
        <source>resourceId</source>
        <translation>resourceId</translation>
    </message>
    <message>
        <source>sid</source>
        <translation>sid</translation>
    </message>
</context>
<context>
    <name>Advanced</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>{0} ({1} set)</source>
        <translation>{0} ({1} gesetzt)</translation>
    </message>
</context>
<context>
    <name>AdvancedRows</name>
    <message>
        <source>API address</source>
        <translation>API-Adresse</translation>
    </message>
    <message>
        <source>App certificate</source>
        <translation>App-Zertifikat</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <source>Asia Pacific (AP)</source>
        <translation>Asien-Pazifik (AP)</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Black lists</source>
        <translation>Sperrlisten</translation>
    </message>
    <message>
        <source>Builds a token from it here, and reads that back; nothing is sent</source>
        <translation>Erzeugt hier daraus ein Token und liest es zurück; nichts wird gesendet</translation>
    </message>
    <message>
        <source>China (CN)</source>
        <translation>China (CN)</translation>
    </message>
    <message>
        <source>Europe (EU)</source>
        <translation>Europa (EU)</translation>
    </message>
    <message>
        <source>How their keys are written; Agora's own papers disagree. Change it only when a black list has no effect.</source>
        <translation>Wie ihre Schlüssel geschrieben werden; Agoras Unterlagen widersprechen sich. Nur ändern, wenn eine Sperrliste nicht wirkt.</translation>
    </message>
    <message>
        <source>North America (US)</source>
        <translation>Nordamerika (US)</translation>
    </message>
    <message>
        <source>Only for making tokens here. A project that has one lets nobody into a channel without a token, the recorder neither.</source>
        <translation>Nur um hier Token zu erzeugen. Ein Projekt mit Zertifikat lässt niemanden ohne Token in einen Kanal, auch den Recorder nicht.</translation>
    </message>
    <message>
        <source>Spelling of the black lists</source>
        <translation>Schreibweise der Sperrlisten</translation>
    </message>
    <message>
        <source>Test certificate</source>
        <translation>Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Whose hosts are asked when the main one does not answer</source>
        <translation>Wessen Hosts gefragt werden, wenn der erste nicht antwortet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>AlarmCard</name>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge {0}</source>
        <translation>{0} quittieren</translation>
    </message>
    <message>
        <source>Acknowledge {0}: {1}</source>
        <translation>{0} quittieren: {1}</translation>
    </message>
    <message>
        <source>Go to the recording</source>
        <translation>Zur Aufnahme gehen</translation>
    </message>
    <message>
        <source>Go to {0}</source>
        <translation>Zu {0} gehen</translation>
    </message>
    <message>
        <source>I have seen this; it is written into the time line (the first one: Ctrl+Shift+A)</source>
        <translation>Ich habe das gesehen; es kommt in den Zeitverlauf (der erste: Strg+Umschalt+A)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>{0} zeigen</translation>
    </message>
</context>
<context>
    <name>AlarmPage</name>
    <message>
        <source>1 waits</source>
        <translation>1 wartet</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Acknowledge all {0}</source>
        <translation>Alle {0} quittieren</translation>
    </message>
    <message>
        <source>Acknowledged, and still so</source>
        <translation>Quittiert, besteht weiter</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>I have seen all of these; each is written down</source>
        <translation>Ich habe alle gesehen; jeder wird aufgeschrieben</translation>
    </message>
    <message>
        <source>No alarms</source>
        <translation>Keine Alarme</translation>
    </message>
    <message>
        <source>What needs a look stays here until somebody acknowledges it, also when it has mended itself.</source>
        <translation>Was Aufmerksamkeit braucht, bleibt hier, bis es jemand quittiert, auch wenn es sich von selbst behoben hat.</translation>
    </message>
    <message>
        <source>{0} wait</source>
        <translation>{0} warten</translation>
    </message>
</context>
<context>
    <name>Alarms</name>
    <message>
        <source>Alarm: {0}</source>
        <translation>Alarm: {0}</translation>
    </message>
    <message>
        <source>Resolved: {0}</source>
        <translation>Behoben: {0}</translation>
    </message>
    <message>
        <source>from {0} to {1}</source>
        <translation>von {0} bis {1}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>seit {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} recordings: {1}</source>
        <translation>{0} Aufnahmen: {1}</translation>
    </message>
    <message>
        <source>{0}, was due {1} ago</source>
        <translation>{0}, fällig vor {1}</translation>
    </message>
    <message>
        <source>{0}, {1} left</source>
        <translation>{0}, noch {1}</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>{0} recordings have changed their state</source>
        <translation>{0} Aufnahmen haben ihren Zustand geändert</translation>
    </message>
</context>
<context>
    <name>BandView</name>
    <message>
        <source>Code {0} from {1} on</source>
        <translation>Code {0} ab {1}</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>Out of reach</source>
        <translation>Außer Reichweite</translation>
    </message>
    <message>
        <source>Phases over time</source>
        <translation>Phasen im Zeitverlauf</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nimmt auf</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Lädt hoch</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>{0} accepted at {1}</source>
        <translation>{0} angenommen um {1}</translation>
    </message>
    <message>
        <source>{0} accepted at {1}.</source>
        <translation>{0} angenommen um {1}.</translation>
    </message>
    <message>
        <source>{0} from {1} for {2}.</source>
        <translation>{0} ab {1} für {2}.</translation>
    </message>
    <message>
        <source>{0} since {1}.</source>
        <translation>{0} seit {1}.</translation>
    </message>
    <message>
        <source>{0}: {1} to {2}, {3}</source>
        <translation>{0}: {1} bis {2}, {3}</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source> And {0} more.</source>
        <translation> Und {0} weitere.</translation>
    </message>
    <message>
        <source>Being checked.</source>
        <translation>Wird geprüft.</translation>
    </message>
    <message>
        <source>NOT READY</source>
        <translation>NICHT BEREIT</translation>
    </message>
    <message>
        <source>NOT STARTED</source>
        <translation>NICHT GESTARTET</translation>
    </message>
    <message>
        <source>Nothing is sent for it yet.</source>
        <translation>Dafür ist noch nichts gesendet.</translation>
    </message>
    <message>
        <source>WAITS</source>
        <translation>WARTET</translation>
    </message>
</context>
<context>
    <name>BatchDesk</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Read lines from a file</source>
        <translation>Zeilen aus einer Datei lesen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>Tabellen (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>The file is too large for a table of channels.</source>
        <translation>Die Datei ist zu groß für eine Tabelle von Kanälen.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} ist nicht lesbar: {1}</translation>
    </message>
</context>
<context>
    <name>BatchModel</name>
    <message>
        <source>Change a line</source>
        <translation>Zeile ändern</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Insert lines</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preset</translation>
    </message>
    <message>
        <source>Recorder UID</source>
        <translation>Recorder-UID</translation>
    </message>
    <message>
        <source>Remove lines</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>Begin no more</source>
        <translation>Keine weiteren beginnen</translation>
    </message>
    <message>
        <source>Channel, UID, folder, preset: from a spreadsheet (Ctrl+V)</source>
        <translation>Kanal, UID, Ordner, Preset: aus einer Tabelle (Strg+V)</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Config of every line that names no preset</source>
        <translation>Konfiguration jeder Zeile, die kein Preset nennt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Each line that is READY, once (Ctrl+Enter)</source>
        <translation>Jede Zeile, die BEREIT ist, einmal (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste lines</source>
        <translation>Zeilen einfügen</translation>
    </message>
    <message>
        <source>Read a CSV file…</source>
        <translation>CSV-Datei lesen…</translation>
    </message>
    <message>
        <source>Recordings to start</source>
        <translation>Zu startende Aufnahmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove lines</source>
        <translation>Zeilen entfernen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start 1 recording</source>
        <translation>1 Aufnahme starten</translation>
    </message>
    <message>
        <source>Start recordings</source>
        <translation>Aufnahmen starten</translation>
    </message>
    <message>
        <source>Start several recordings</source>
        <translation>Mehrere Aufnahmen starten</translation>
    </message>
    <message>
        <source>Start {0} recordings</source>
        <translation>{0} Aufnahmen starten</translation>
    </message>
    <message>
        <source>Stop the started ones…</source>
        <translation>Gestartete stoppen…</translation>
    </message>
    <message>
        <source>Take the chosen lines out of the table (Del)</source>
        <translation>Die gewählten Zeilen aus der Tabelle nehmen (Entf)</translation>
    </message>
    <message>
        <source>The draft, with its keys</source>
        <translation>Der Entwurf, mit seinen Schlüsseln</translation>
    </message>
    <message>
        <source>There was no line in it: a channel stands in the first cell.</source>
        <translation>Darin war keine Zeile: In der ersten Zelle steht ein Kanal.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>What was sent goes on; the lines that wait stay here</source>
        <translation>Was gesendet ist, läuft weiter; wartende Zeilen bleiben hier</translation>
    </message>
    <message>
        <source>a few are started at a time, within Agora's request budget</source>
        <translation>gestartet werden immer ein paar, innerhalb von Agoras Anfragebudget</translation>
    </message>
    <message>
        <source>{0} not ready or not started</source>
        <translation>{0} nicht bereit oder nicht gestartet</translation>
    </message>
    <message>
        <source>{0} of {1} lines were put in; a table has {2} at most.</source>
        <translation>{0} von {1} Zeilen wurden eingefügt; eine Tabelle hat höchstens {2}.</translation>
    </message>
    <message>
        <source>{0} sent</source>
        <translation>{0} gesendet</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Agora takes 17 regions at most. Remove one first.</source>
        <translation>Agora nimmt höchstens 17 Regionen. Entfernen Sie zuerst eine.</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Choose a region first.</source>
        <translation>Wählen Sie zuerst eine Region.</translation>
    </message>
    <message>
        <source>Choose three regions or more to distribute them.</source>
        <translation>Wählen Sie mindestens drei Regionen, um sie zu verteilen.</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Draw region</source>
        <translation>Region zeichnen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Muster</translation>
    </message>
</context>
<context>
    <name>CallDiff</name>
    <message>
        <source>address: {0} {1}</source>
        <translation>Adresse: {0} {1}</translation>
    </message>
    <message>
        <source>attempt: {0}</source>
        <translation>Versuch: {0}</translation>
    </message>
    <message>
        <source>call: {0}</source>
        <translation>Aufruf: {0}</translation>
    </message>
    <message>
        <source>code: {0}</source>
        <translation>Code: {0}</translation>
    </message>
    <message>
        <source>error: {0}</source>
        <translation>Fehler: {0}</translation>
    </message>
    <message>
        <source>status: {0}</source>
        <translation>Status: {0}</translation>
    </message>
    <message>
        <source>{0}: the same in both</source>
        <translation>{0}: in beiden gleich</translation>
    </message>
</context>
<context>
    <name>CallDiffView</name>
    <message>
        <source>Two requests compared</source>
        <translation>Zwei Anfragen im Vergleich</translation>
    </message>
    <message>
        <source>What differs between the two requests</source>
        <translation>Unterschiede der beiden Anfragen</translation>
    </message>
    <message>
        <source>− {0}   + {1}</source>
        <translation>− {0}   + {1}</translation>
    </message>
</context>
<context>
    <name>CallView</name>
    <message>
        <source>A query has no body.</source>
        <translation>Eine Abfrage (query) hat keinen Rumpf.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Body of the reply</source>
        <translation>Rumpf der Antwort</translation>
    </message>
    <message>
        <source>Body of the request</source>
        <translation>Rumpf der Anfrage</translation>
    </message>
    <message>
        <source>No request yet</source>
        <translation>Noch keine Anfrage</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>Request-ID</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} um {1}</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>Do not stop it then</source>
        <translation>Dann nicht stoppen</translation>
    </message>
    <message>
        <source>Hold to close the case</source>
        <translation>Halten: Fall schließen</translation>
    </message>
    <message>
        <source>Hold to plan a stop</source>
        <translation>Halten: Stopp planen</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>Ortszeit</translation>
    </message>
    <message>
        <source>Press C to close, Esc to leave it open</source>
        <translation>C drücken zum Schließen, Esc zum Offenlassen</translation>
    </message>
    <message>
        <source>Press P to plan it, Esc to go on</source>
        <translation>P drücken zum Planen, Esc zum Weitermachen</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Stoppen um</translation>
    </message>
    <message>
        <source>You have made sure that it is over. It is shown as your word, not as a proof.</source>
        <translation>Sie haben sich vergewissert, dass sie beendet ist. Das wird als Ihr Wort gezeigt, nicht als Beweis.</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>1 change</source>
        <translation>1 Änderung</translation>
    </message>
    <message>
        <source>Agora's default</source>
        <translation>Vorgabe von Agora</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Wird zu</translation>
    </message>
    <message>
        <source>Changes of the layout</source>
        <translation>Änderungen am Layout</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>The layout is sent whole: Agora returns what is left out to its default.</source>
        <translation>Das Layout wird ganz gesendet: Was fehlt, setzt Agora auf seine Vorgabe zurück.</translation>
    </message>
    <message>
        <source>What Take sends</source>
        <translation>Was Take sendet</translation>
    </message>
    <message>
        <source>kept, sent again</source>
        <translation>bleibt</translation>
    </message>
    <message>
        <source>{0} changes</source>
        <translation>{0} Änderungen</translation>
    </message>
</context>
<context>
    <name>ChannelCard</name>
    <message>
        <source>1 to 4294967295, of nobody else</source>
        <translation>1 bis 4294967295, von niemandem sonst</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Kanalname</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>Has to be the profile that the people use</source>
        <translation>Muss das Profil sein, das die Personen benutzen</translation>
    </message>
    <message>
        <source>Live broadcast</source>
        <translation>Liveübertragung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
    <message>
        <source>Recorder UID</source>
        <translation>Recorder-UID</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Take a UID that no recording here has used</source>
        <translation>Eine UID nehmen, die hier keine Aufnahme benutzt hat</translation>
    </message>
    <message>
        <source>Take an unused recorder UID</source>
        <translation>Eine freie Recorder-UID nehmen</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>an encrypted channel</source>
        <translation>ein verschlüsselter Kanal</translation>
    </message>
    <message>
        <source>any name for this recording</source>
        <translation>ein beliebiger Name für diese Aufnahme</translation>
    </message>
    <message>
        <source>the name that the people in it use</source>
        <translation>der Name, den die Personen darin benutzen</translation>
    </message>
    <message>
        <source>{0} of {1} bytes</source>
        <translation>{0} von {1} Bytes</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Export tickets</source>
        <translation>Tickets exportieren</translation>
    </message>
    <message>
        <source>Export tickets…</source>
        <translation>Tickets exportieren…</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>{0} tickets</source>
        <translation>{0} Tickets</translation>
    </message>
</context>
<context>
    <name>ColorField</name>
    <message>
        <source>Background colour</source>
        <translation>Hintergrundfarbe</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>On air: {0}</source>
        <translation>Auf Sendung: {0}</translation>
    </message>
    <message>
        <source>Preset: {0}</source>
        <translation>Preset: {0}</translation>
    </message>
    <message>
        <source>Started: {0}, {1}</source>
        <translation>Gestartet: {0}, {1}</translation>
    </message>
    <message>
        <source>The draft</source>
        <translation>Der Entwurf</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>1 setting differs.</source>
        <translation>1 Einstellung ist anders.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare configs</source>
        <translation>Konfigurationen vergleichen</translation>
    </message>
    <message>
        <source>Defaults are filled in and marked; the order of keys and UIDs does not count; secrets are not compared.</source>
        <translation>Vorgaben sind eingesetzt und markiert; die Reihenfolge von Schlüsseln und UIDs zählt nicht; Geheimnisse werden nicht verglichen.</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Left config</source>
        <translation>Linke Konfiguration</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Right config</source>
        <translation>Rechte Konfiguration</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Unterschiedliche Einstellungen</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Take the draft and the recordings as they are now</source>
        <translation>Entwurf und Aufnahmen nehmen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>They mean the same.</source>
        <translation>Sie bedeuten dasselbe.</translation>
    </message>
    <message>
        <source>{0} settings differ.</source>
        <translation>{0} Einstellungen sind anders.</translation>
    </message>
    <message>
        <source>{0} · default</source>
        <translation>{0} · Vorgabe</translation>
    </message>
</context>
<context>
    <name>ConfigTab</name>
    <message>
        <source>As start sent it</source>
        <translation>Wie start sie gesendet hat</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Config as sent, without secrets</source>
        <translation>Konfiguration wie gesendet, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>With what was changed</source>
        <translation>Mit den Änderungen</translation>
    </message>
    <message>
        <source>keys and tokens are never kept</source>
        <translation>Schlüssel und Token werden nie behalten</translation>
    </message>
</context>
<context>
    <name>ConfirmLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Possible as soon as it is typed (Enter)</source>
        <translation>Möglich, sobald es getippt ist (Eingabe)</translation>
    </message>
    <message>
        <source>Stop nothing (Esc)</source>
        <translation>Nichts stoppen (Esc)</translation>
    </message>
</context>
<context>
    <name>CopyLabel</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy {0}</source>
        <translation>{0} kopieren</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>CueBar</name>
    <message>
        <source>+ Cue</source>
        <translation>+ Cue</translation>
    </message>
    <message>
        <source>Cue {0}: {1}</source>
        <translation>Cue {0}: {1}</translation>
    </message>
    <message>
        <source>F{0} puts {1} into Next, Ctrl+F{0} takes it</source>
        <translation>F{0} legt {1} in Nächstes, Strg+F{0} sendet es</translation>
    </message>
    <message>
        <source>Keep nothing</source>
        <translation>Nichts behalten</translation>
    </message>
    <message>
        <source>Keep what is in Next here</source>
        <translation>Hier behalten, was in Nächstes steht</translation>
    </message>
    <message>
        <source>Keep what is in Next under the next free key</source>
        <translation>Was in Nächstes steht, unter der nächsten freien Taste behalten</translation>
    </message>
    <message>
        <source>Name of F{0}</source>
        <translation>Name von F{0}</translation>
    </message>
    <message>
        <source>Name of the cue</source>
        <translation>Name des Cues</translation>
    </message>
    <message>
        <source>Remove this cue</source>
        <translation>Diesen Cue entfernen</translation>
    </message>
</context>
<context>
    <name>CurlButtons</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy as HTTPie</source>
        <translation>Als HTTPie kopieren</translation>
    </message>
    <message>
        <source>Copy as Python (httpx)</source>
        <translation>Als Python (httpx) kopieren</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy with secrets…</source>
        <translation>Mit Geheimnissen kopieren…</translation>
    </message>
    <message>
        <source>Copy, secrets from the environment</source>
        <translation>Kopieren, Geheimnisse aus der Umgebung</translation>
    </message>
    <message>
        <source>More ways to copy</source>
        <translation>Weitere Arten zu kopieren</translation>
    </message>
    <message>
        <source>More ways to copy the request</source>
        <translation>Weitere Arten, die Anfrage zu kopieren</translation>
    </message>
    <message>
        <source>Secrets are read from environment variables (Ctrl+Shift+C)</source>
        <translation>Geheimnisse werden aus Umgebungsvariablen gelesen (Strg+Umschalt+C)</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSaver</name>
    <message>
        <source>Diagnostics were saved to {0}.</source>
        <translation>Die Diagnose wurde in {0} gespeichert.</translation>
    </message>
    <message>
        <source>They hold the log and versions, no secret, and were not sent.</source>
        <translation>Sie enthält Protokoll und Versionen, kein Geheimnis, und wurde nicht verschickt.</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Cancelled; it can go on where it was.</source>
        <translation>Abgebrochen; es kann dort weitergehen, wo es war.</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>here; the store has no checksum to compare. {0}</source>
        <translation>hier; der Speicher hat keine Prüfsumme zum Vergleichen. {0}</translation>
    </message>
    <message>
        <source>here; the store's checksum agrees. {0}</source>
        <translation>hier; die Prüfsumme des Speichers stimmt. {0}</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} fehlgeschlagen: {1}</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>{0} of {1} files are here, {2} of {3}.</source>
        <translation>{0} von {1} Dateien sind hier, {2} von {3}.</translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Downloads, file by file</source>
        <translation>Downloads, Datei für Datei</translation>
    </message>
    <message>
        <source>Fetch what failed or was cancelled, from where it is</source>
        <translation>Fehlgeschlagenes oder Abgebrochenes von da an holen, wo es steht</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Hide this; the files stay</source>
        <translation>Ausblenden; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Progress of the downloads</source>
        <translation>Fortschritt der Downloads</translation>
    </message>
    <message>
        <source>What is here already stays, and can go on later</source>
        <translation>Was schon hier ist, bleibt und kann später weitergehen</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>New recording</source>
        <translation>Neue Aufnahme</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>An address cannot be opened here, only a file.</source>
        <translation>Eine Adresse lässt sich hier nicht öffnen, nur eine Datei.</translation>
    </message>
    <message>
        <source>One file at a time can be opened; {0} were dropped.</source>
        <translation>Es lässt sich nur eine Datei auf einmal öffnen; abgelegt wurden {0}.</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>Agora Console config (*.agora-config)</source>
        <translation>Agora-Console-Konfiguration (*.agora-config)</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Everything in it is still in the journal.</source>
        <translation>Alles darin steht noch im Journal.</translation>
    </message>
    <message>
        <source>Export the file list</source>
        <translation>Dateiliste exportieren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save the requests as HAR</source>
        <translation>Anfragen als HAR speichern</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Supportpaket speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>The archive of requests</source>
        <translation>Das Archiv der Anfragen</translation>
    </message>
    <message>
        <source>The file list</source>
        <translation>Die Dateiliste</translation>
    </message>
    <message>
        <source>The support bundle</source>
        <translation>Das Supportpaket</translation>
    </message>
    <message>
        <source>{0} exists already.</source>
        <translation>{0} gibt es schon.</translation>
    </message>
    <message>
        <source>{0} was not saved to {1}.</source>
        <translation>{0} wurde nicht gespeichert: {1}.</translation>
    </message>
</context>
<context>
    <name>FactCards</name>
    <message>
        <source>Control window</source>
        <translation>Steuerfenster</translation>
    </message>
    <message>
        <source>Control window: {0}</source>
        <translation>Steuerfenster: {0}</translation>
    </message>
    <message>
        <source>Copy the resourceId</source>
        <translation>resourceId kopieren</translation>
    </message>
    <message>
        <source>Copy the sid</source>
        <translation>sid kopieren</translation>
    </message>
    <message>
        <source>Query, update and stop work until {0}.</source>
        <translation>Abfragen, Ändern und Stoppen gehen bis {0}.</translation>
    </message>
    <message>
        <source>Recorder</source>
        <translation>Recorder</translation>
    </message>
    <message>
        <source>Recorder: {0}</source>
        <translation>Recorder: {0}</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Token: {0}</source>
        <translation>Token: {0}</translation>
    </message>
    <message>
        <source>resourceId</source>
        <translation>resourceId</translation>
    </message>
    <message>
        <source>sid</source>
        <translation>sid</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Kbps</source>
        <translation>Kbps</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>fps</source>
        <translation>fps</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>seconds since 1970, UTC</source>
        <translation>Sekunden seit 1970, UTC</translation>
    </message>
    <message>
        <source>{0}, default</source>
        <translation>{0}, Vorgabe</translation>
    </message>
    <message>
        <source>{0}, default {1}</source>
        <translation>{0}, Vorgabe {1}</translation>
    </message>
</context>
<context>
    <name>FilesCard</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>HLS</source>
        <translation>HLS</translation>
    </message>
    <message>
        <source>HLS + MP4</source>
        <translation>HLS + MP4</translation>
    </message>
    <message>
        <source>MP4 files do not exist in individual mode</source>
        <translation>MP4-Dateien gibt es im Modus individual nicht</translation>
    </message>
    <message>
        <source>Snapshots only: no recording files are written.</source>
        <translation>Nur Snapshots: Es werden keine Aufnahmedateien geschrieben.</translation>
    </message>
</context>
<context>
    <name>FilesDesk</name>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Download into a folder</source>
        <translation>In einen Ordner herunterladen</translation>
    </message>
    <message>
        <source>Download it and open it from its folder.</source>
        <translation>Laden Sie sie herunter, und öffnen Sie sie aus ihrem Ordner.</translation>
    </message>
    <message>
        <source>Download it with its slices (menu More), then play it.</source>
        <translation>Laden Sie sie mit ihren Slices herunter (Menü Mehr), und spielen Sie sie dann ab.</translation>
    </message>
    <message>
        <source>Its slices need signatures of their own, so it plays from a copy.</source>
        <translation>Ihre Slices brauchen eigene Signaturen; sie spielt daher aus einer Kopie.</translation>
    </message>
    <message>
        <source>Look in the bucket first.</source>
        <translation>Sehen Sie zuerst im Bucket nach.</translation>
    </message>
    <message>
        <source>No program of this system opens the file.</source>
        <translation>Kein Programm dieses Systems öffnet die Datei.</translation>
    </message>
    <message>
        <source>No slice of this recording was seen in the bucket.</source>
        <translation>Kein Slice dieser Aufnahme wurde im Bucket gesehen.</translation>
    </message>
    <message>
        <source>Nobody has seen {0} in the bucket yet.</source>
        <translation>{0} hat noch niemand im Bucket gesehen.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
</context>
<context>
    <name>FilesModel</name>
    <message>
        <source>0: everybody in one file</source>
        <translation>0: alle in einer Datei</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Starts (UTC)</source>
        <translation>Beginn (UTC)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>{0} bytes</source>
        <translation>{0} Bytes</translation>
    </message>
</context>
<context>
    <name>FilesTab</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Compare what Agora lists and the playlists name with what the bucket holds</source>
        <translation>Vergleichen, was Agora auflistet und die Playlists nennen, mit dem, was im Bucket liegt</translation>
    </message>
    <message>
        <source>Copy the names of the chosen files (Ctrl+C)</source>
        <translation>Namen der gewählten Dateien kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy URLs (not signed)</source>
        <translation>URLs kopieren (nicht signiert)</translation>
    </message>
    <message>
        <source>Copy names</source>
        <translation>Namen kopieren</translation>
    </message>
    <message>
        <source>Copy paths</source>
        <translation>Pfade kopieren</translation>
    </message>
    <message>
        <source>Download with slices…</source>
        <translation>Mit Slices herunterladen…</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>File list as CSV…</source>
        <translation>Dateiliste als CSV…</translation>
    </message>
    <message>
        <source>File list as JSON…</source>
        <translation>Dateiliste als JSON…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files of the recording</source>
        <translation>Dateien der Aufnahme</translation>
    </message>
    <message>
        <source>Filter by name, track, UID</source>
        <translation>Nach Name, Spur, UID filtern</translation>
    </message>
    <message>
        <source>Filter the files</source>
        <translation>Dateien filtern</translation>
    </message>
    <message>
        <source>Kinds of files that are shown</source>
        <translation>Arten von Dateien, die gezeigt werden</translation>
    </message>
    <message>
        <source>Look in the bucket</source>
        <translation>Im Bucket nachsehen</translation>
    </message>
    <message>
        <source>Merge into one MP4…</source>
        <translation>Zu einer MP4 verbinden…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Keine Dateien</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message>
        <source>No list of files</source>
        <translation>Keine Dateiliste</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Report of the recording…</source>
        <translation>Bericht der Aufnahme…</translation>
    </message>
    <message>
        <source>Save ids, upload status and the whole list as JSON</source>
        <translation>Kennungen, Uploadstand und die ganze Liste als JSON speichern</translation>
    </message>
    <message>
        <source>Save the whole list for a spreadsheet, also the files a filter hides</source>
        <translation>Die ganze Liste für eine Tabellenkalkulation speichern, auch was der Filter verbirgt</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>States of files that are shown</source>
        <translation>Zustände von Dateien, die gezeigt werden</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Agora records in its cloud and puts the files into your bucket. Three steps:</source>
        <translation>Agora nimmt in seiner Cloud auf und legt die Dateien in Ihren Bucket. Drei Schritte:</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>App ID</translation>
    </message>
    <message>
        <source>App ID, customer ID and secret, storage (Ctrl+,)</source>
        <translation>App ID, Kunden-ID und -Secret, Speicher (Strg+,)</translation>
    </message>
    <message>
        <source>Customer ID and secret</source>
        <translation>Kunden-ID und -Secret</translation>
    </message>
    <message>
        <source>Opens on a simulator: no account needed, nothing recorded</source>
        <translation>Öffnet mit einem Simulator: kein Konto nötig, nichts wird aufgenommen</translation>
    </message>
    <message>
        <source>Record your first channel</source>
        <translation>Ihren ersten Kanal aufnehmen</translation>
    </message>
    <message>
        <source>Set up a project…</source>
        <translation>Projekt einrichten…</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>They prove that you may record. A Test button asks Agora; the secret goes into the keyring of this machine and nowhere else.</source>
        <translation>Sie beweisen, dass Sie aufnehmen dürfen. Ein Prüfknopf fragt Agora; das Secret kommt in den Schlüsselbund dieses Rechners und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Which Agora project is recorded. You find it in its project list.</source>
        <translation>Welches Agora-Projekt aufgenommen wird. Sie finden es dort in der Projektliste.</translation>
    </message>
    <message>
        <source>Your own bucket, by vendor and region, and a key that may write to it.</source>
        <translation>Ihr eigener Bucket mit Anbieter und Region, und ein Schlüssel, der darin schreiben darf.</translation>
    </message>
</context>
<context>
    <name>FloatingStrip</name>
    <message>
        <source>Agora Console</source>
        <translation>Agora Console</translation>
    </message>
    <message>
        <source>Nothing is recording</source>
        <translation>Nichts nimmt auf</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>FoldButton</name>
    <message>
        <source>Folded</source>
        <translation>Zugeklappt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aufgeklappt</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>BLACK</source>
        <translation>SCHWARZ</translation>
    </message>
    <message>
        <source>Black, frozen or unreadable: {0}.</source>
        <translation>Schwarz, eingefroren oder nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>FROZEN?</source>
        <translation>EINGEFROREN?</translation>
    </message>
    <message>
        <source>Latest snapshot of each person</source>
        <translation>Neuester Snapshot jeder Person</translation>
    </message>
    <message>
        <source>Snapshots of one person, latest first</source>
        <translation>Snapshots einer Person, neueste zuerst</translation>
    </message>
    <message>
        <source>Snapshots: {0}. People: {1}.</source>
        <translation>Snapshots: {0}. Personen: {1}.</translation>
    </message>
    <message>
        <source>The last {0} pictures are alike: frozen, or a still picture.</source>
        <translation>Die letzten {0} Bilder sind gleich: eingefroren oder ein Standbild.</translation>
    </message>
    <message>
        <source>The picture is black, or nearly so.</source>
        <translation>Das Bild ist schwarz, oder fast.</translation>
    </message>
    <message>
        <source>The picture is empty, damaged, or out of reach.</source>
        <translation>Das Bild ist leer, beschädigt oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>UID {0}, latest first</source>
        <translation>UID {0}, neueste zuerst</translation>
    </message>
    <message>
        <source>UID {0}, {1} ago</source>
        <translation>UID {0}, vor {1}</translation>
    </message>
    <message>
        <source>UNREADABLE</source>
        <translation>NICHT LESBAR</translation>
    </message>
</context>
<context>
    <name>GalleryDesk</name>
    <message>
        <source>Nobody has looked for snapshots in the bucket yet.</source>
        <translation>Noch niemand hat im Bucket nach Snapshots gesehen.</translation>
    </message>
    <message>
        <source>There is no snapshot in the bucket yet.</source>
        <translation>Im Bucket ist noch kein Snapshot.</translation>
    </message>
</context>
<context>
    <name>Guards</name>
    <message>
        <source>Started in place of UID {0}, which was lost.</source>
        <translation>Gestartet anstelle von UID {0}, die verloren ging.</translation>
    </message>
    <message>
        <source>Started in place of a lost recording.</source>
        <translation>Gestartet anstelle einer verlorenen Aufnahme.</translation>
    </message>
    <message>
        <source>{0} of a pair. The second recorder was not started.</source>
        <translation>{0} eines Paars. Der zweite Recorder wurde nicht gestartet.</translation>
    </message>
    <message>
        <source>{0} of a pair. {1} (UID {2}): {3}.</source>
        <translation>{0} eines Paars. {1} (UID {2}): {3}.</translation>
    </message>
</context>
<context>
    <name>GuardsBar</name>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Hold for a second</source>
        <translation>Eine Sekunde halten</translation>
    </message>
    <message>
        <source>Hold to stop both</source>
        <translation>Halten: beide stoppen</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>Paar</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Start nothing again in place of this recording</source>
        <translation>Für diese Aufnahme nichts neu starten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch the watchdog off</source>
        <translation>Watchdog ausschalten</translation>
    </message>
    <message>
        <source>Watchdog</source>
        <translation>Watchdog</translation>
    </message>
</context>
<context>
    <name>GuardsCard</name>
    <message>
        <source>A alone pushes to the CDN.</source>
        <translation>Nur A pusht zum CDN.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>B keeps away from the zone of A, writes files of its own, and goes on when A is stopped.</source>
        <translation>B meidet die Zone von A, schreibt eigene Dateien und läuft weiter, wenn A gestoppt wird.</translation>
    </message>
    <message>
        <source>Both are billed: the cost doubles.</source>
        <translation>Beide werden berechnet: Die Kosten verdoppeln sich.</translation>
    </message>
    <message>
        <source>Empty: for as long as it records</source>
        <translation>Leer: solange sie aufnimmt</translation>
    </message>
    <message>
        <source>Hours for which the watchdog is on duty</source>
        <translation>Stunden, die der Watchdog Dienst hat</translation>
    </message>
    <message>
        <source>How often it is started again at most</source>
        <translation>Wie oft höchstens neu gestartet wird</translation>
    </message>
    <message>
        <source>Meanwhile the keys of this start stay in the keyring.</source>
        <translation>Bis dahin bleiben die Schlüssel dieses Starts im Schlüsselbund.</translation>
    </message>
    <message>
        <source>On duty for</source>
        <translation>Dienst für</translation>
    </message>
    <message>
        <source>Record twice, as A and B</source>
        <translation>Doppelt aufnehmen, als A und B</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Second recorder</source>
        <translation>Zweiter Recorder</translation>
    </message>
    <message>
        <source>Seconds between the loss and the start</source>
        <translation>Sekunden zwischen Verlust und Start</translation>
    </message>
    <message>
        <source>Start again after a loss</source>
        <translation>Nach einem Verlust neu starten</translation>
    </message>
    <message>
        <source>Take a UID that no recording here has used</source>
        <translation>Eine UID nehmen, die hier keine Aufnahme benutzt hat</translation>
    </message>
    <message>
        <source>Take an unused UID for the second recorder</source>
        <translation>Eine freie UID für den zweiten Recorder nehmen</translation>
    </message>
    <message>
        <source>UID of B</source>
        <translation>UID von B</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Watchdog</source>
        <translation>Watchdog</translation>
    </message>
    <message>
        <source>With another UID, once Agora proves the loss; never while it may still run, and not when its longest time is over. A page that cannot be opened, or a stop from another desk, can look like a loss: then one start may be for nothing. Each one is billed.</source>
        <translation>Mit anderer UID, sobald Agora den Verlust beweist; nie, solange sie noch laufen kann, und nicht, wenn ihre längste Zeit um ist. Eine Seite, die sich nicht öffnen lässt, oder ein Stopp von einem anderen Pult kann wie ein Verlust aussehen: Dann ist ein Start womöglich umsonst. Jeder wird berechnet.</translation>
    </message>
    <message>
        <source>With another UID, once Agora proves the loss; never while it may still run. An empty channel or a stop from another desk can look like a loss: then one start may be for nothing. Each one is billed.</source>
        <translation>Mit einer anderen UID, sobald Agora den Verlust beweist; nie, solange sie noch laufen kann. Ein leerer Kanal oder ein Stopp von anderswo kann wie ein Verlust aussehen: Dann war ein Start umsonst. Jeder wird berechnet.</translation>
    </message>
    <message>
        <source>hours from Start</source>
        <translation>Stunden ab Start</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>of nobody else</source>
        <translation>von niemandem sonst</translation>
    </message>
    <message>
        <source>seconds after the loss</source>
        <translation>Sekunden nach dem Verlust</translation>
    </message>
    <message>
        <source>times,</source>
        <translation>Mal,</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Open it in your file manager.</source>
        <translation>Öffnen Sie ihn in Ihrer Dateiverwaltung.</translation>
    </message>
    <message>
        <source>The log folder could not be opened: {0}</source>
        <translation>Der Protokollordner konnte nicht geöffnet werden: {0}</translation>
    </message>
</context>
<context>
    <name>HoldButton</name>
    <message>
        <source>Hold the mouse button for one second. With the keyboard: press Space, then the key that is named; Esc withdraws.</source>
        <translation>Halten Sie die Maustaste eine Sekunde lang. Mit der Tastatur: Leertaste, dann die genannte Taste; Esc zieht zurück.</translation>
    </message>
    <message>
        <source>Hold the mouse button for one second. With the keyboard: press Space, then type what is asked for; Esc withdraws.</source>
        <translation>Halten Sie die Maustaste eine Sekunde lang. Mit der Tastatur: Leertaste, dann das Verlangte tippen; Esc zieht zurück.</translation>
    </message>
</context>
<context>
    <name>ImagesField</name>
    <message>
        <source>Add an image for a person</source>
        <translation>Ein Bild für eine Person hinzufügen</translation>
    </message>
    <message>
        <source>Add image</source>
        <translation>Bild hinzufügen</translation>
    </message>
</context>
<context>
    <name>Invitation</name>
    <message>
        <source>One line for each recording</source>
        <translation>Eine Zeile für jede Aufnahme</translation>
    </message>
    <message>
        <source>Type a channel into the line above, or press Ctrl+V with lines copied in a spreadsheet: channel, recorder UID, folder, preset.

studio-1    5001    shows/2026    Evening show

Only the channel is needed: an unused UID is put in by itself.</source>
        <translation>Tippen Sie oben einen Kanal ein, oder drücken Sie Strg+V mit Zeilen aus einer Tabelle: Kanal, Recorder-UID, Ordner, Preset.

studio-1    5001    shows/2026    Abendschau

Nur der Kanal ist nötig: Eine unbenutzte UID wird von selbst eingesetzt.</translation>
    </message>
</context>
<context>
    <name>JsonPane</name>
    <message>
        <source>Back to what could be read last</source>
        <translation>Zurück zum zuletzt Lesbaren</translation>
    </message>
    <message>
        <source>Config as JSON</source>
        <translation>Konfiguration als JSON</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the config, as CONFIG.json has it</source>
        <translation>Die Konfiguration kopieren, wie CONFIG.json sie hat</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formatieren</translation>
    </message>
    <message>
        <source>Go to the JSON</source>
        <translation>Zum JSON gehen</translation>
    </message>
    <message>
        <source>JSON, line {0}: {1}</source>
        <translation>JSON, Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>Nothing was pasted.</source>
        <translation>Nichts wurde eingefügt.</translation>
    </message>
    <message>
        <source>The text has {0} characters; a config has a few thousand, at most {1}.</source>
        <translation>Der Text hat {0} Zeichen; eine Konfiguration hat wenige Tausend, höchstens {1}.</translation>
    </message>
    <message>
        <source>The text stays; the form shows what could be read last.</source>
        <translation>Der Text bleibt; das Formular zeigt das zuletzt Lesbare.</translation>
    </message>
    <message>
        <source>Write it anew: one key a line, two blanks a level</source>
        <translation>Neu schreiben: ein Schlüssel je Zeile, zwei Leerzeichen je Ebene</translation>
    </message>
    <message>
        <source>what was set, without secrets</source>
        <translation>was gesetzt ist, ohne Geheimnisse</translation>
    </message>
</context>
<context>
    <name>JsonView</name>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>Judge</name>
    <message>
        <source>Set up a project.</source>
        <translation>Projekt einrichten.</translation>
    </message>
    <message>
        <source>The keys of the storage are being read.</source>
        <translation>Die Speicherschlüssel werden gelesen.</translation>
    </message>
    <message>
        <source>There is no project yet: Agora has to know whose recording this is.</source>
        <translation>Es gibt noch kein Projekt: Agora muss wissen, wessen Aufnahme das ist.</translation>
    </message>
</context>
<context>
    <name>KeepRow</name>
    <message>
        <source>Keep as</source>
        <translation>Behalten als</translation>
    </message>
    <message>
        <source>Keep keys</source>
        <translation>Schlüssel behalten</translation>
    </message>
    <message>
        <source>Keep target</source>
        <translation>Ziel behalten</translation>
    </message>
    <message>
        <source>Keys for this run only</source>
        <translation>Schlüssel nur für diesen Lauf</translation>
    </message>
    <message>
        <source>Needs vendor, region, bucket and both keys</source>
        <translation>Braucht Anbieter, Region, Bucket und beide Schlüssel</translation>
    </message>
    <message>
        <source>They stay out of the keyring and end with the program</source>
        <translation>Sie bleiben aus dem Schlüsselbund heraus und enden mit dem Programm</translation>
    </message>
    <message>
        <source>the bucket's name</source>
        <translation>Name des Buckets</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>ends in {0}</source>
        <translation>endet in {0}</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>in the keyring, …{0}</source>
        <translation>im Schlüsselbund, …{0}</translation>
    </message>
</context>
<context>
    <name>Launch</name>
    <message>
        <source>Making the token…</source>
        <translation>Das Token wird erzeugt…</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Started; a second press counts in a moment.</source>
        <translation>Gestartet; ein zweiter Druck zählt gleich wieder.</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>, {0} % bars</source>
        <translation>, {0} % Balken</translation>
    </message>
    <message>
        <source>, {0} % of the picture cut off</source>
        <translation>, {0} % des Bildes abgeschnitten</translation>
    </message>
    <message>
        <source>Best fit</source>
        <translation>Best Fit</translation>
    </message>
    <message>
        <source>Custom {0}</source>
        <translation>Frei {0}</translation>
    </message>
    <message>
        <source>Floating</source>
        <translation>Schwebend</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>Vertikal</translation>
    </message>
    <message>
        <source>at {0}, {1}</source>
        <translation>bei {0}, {1}</translation>
    </message>
    <message>
        <source>at {0}, {1} px</source>
        <translation>bei {0}, {1} px</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>eingepasst</translation>
    </message>
    <message>
        <source>{0} · next to join</source>
        <translation>{0} · nächste Person</translation>
    </message>
    <message>
        <source>{0} · uid {1}</source>
        <translation>{0} · uid {1}</translation>
    </message>
    <message>
        <source>{0} × {1} px</source>
        <translation>{0} × {1} px</translation>
    </message>
    <message>
        <source>{0}: left {1:.6f}, top {2:.6f}, {3:.6f} × {4:.6f} ({5} × {6} px at {7}, {8}), {9}</source>
        <translation>{0}: links {1:.6f}, oben {2:.6f}, {3:.6f} × {4:.6f} ({5} × {6} px bei {7}, {8}), {9}</translation>
    </message>
</context>
<context>
    <name>LayoutCanvas</name>
    <message>
        <source>Arrows move, Ctrl with arrows resizes, Shift for more; Page Down chooses the next; Delete removes. The table has the same regions.</source>
        <translation>Pfeile verschieben, Strg mit Pfeilen ändert die Größe, Umschalt für mehr; Bild ab wählt die nächste; Entf entfernt. Die Tabelle zeigt dieselben Regionen.</translation>
    </message>
    <message>
        <source>Chosen: {0}.</source>
        <translation>Gewählt: {0}.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
</context>
<context>
    <name>LayoutDiff</name>
    <message>
        <source>{0}, changed</source>
        <translation>{0}, geändert</translation>
    </message>
</context>
<context>
    <name>LayoutForm</name>
    <message>
        <source>Best fit</source>
        <translation>Best Fit</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Floating</source>
        <translation>Schwebend</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Vertical</source>
        <translation>Vertikal</translation>
    </message>
    <message>
        <source>at most {0}</source>
        <translation>höchstens {0}</translation>
    </message>
    <message>
        <source>is shown large, at the left</source>
        <translation>wird groß gezeigt, links</translation>
    </message>
</context>
<context>
    <name>LayoutPreview</name>
    <message>
        <source>Layout preview</source>
        <translation>Layoutvorschau</translation>
    </message>
    <message>
        <source>Layout {0}, people: {1}</source>
        <translation>Layout {0}, Personen: {1}</translation>
    </message>
    <message>
        <source>People without a region: {0}</source>
        <translation>Personen ohne Region: {0}</translation>
    </message>
    <message>
        <source>Unknown layout</source>
        <translation>Unbekanntes Layout</translation>
    </message>
    <message>
        <source>{0}: {1} % from the left, {2} % from the top, {3} % wide, {4} % high</source>
        <translation>{0}: {1} % von links, {2} % von oben, {3} % breit, {4} % hoch</translation>
    </message>
</context>
<context>
    <name>LayoutTab</name>
    <message>
        <source>Agora accepted the layout at {0}.</source>
        <translation>Agora hat das Layout um {0} angenommen.</translation>
    </message>
    <message>
        <source>Agora would refuse this layout; see the fields.</source>
        <translation>Agora würde dieses Layout ablehnen; siehe die Felder.</translation>
    </message>
    <message>
        <source>Layout on air</source>
        <translation>Layout auf Sendung</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>Es ist keine Aufnahme gewählt.</translation>
    </message>
    <message>
        <source>On air</source>
        <translation>Auf Sendung</translation>
    </message>
    <message>
        <source>Sent; waiting for Agora's answer.</source>
        <translation>Gesendet; Agoras Antwort steht aus.</translation>
    </message>
    <message>
        <source>This is what is on air.</source>
        <translation>Das ist, was auf Sendung ist.</translation>
    </message>
    <message>
        <source>differs from what is on air: {0}</source>
        <translation>anders als auf Sendung: {0}</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>seit {0}</translation>
    </message>
</context>
<context>
    <name>LayoutToolbar</name>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Backward ([)</source>
        <translation>Nach hinten ([)</translation>
    </message>
    <message>
        <source>Catch on edges, middles and a grid of 1 %; hold Alt to pass over them</source>
        <translation>An Kanten, Mitten und einem Raster von 1 % einrasten; mit gehaltener Alt-Taste nicht</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Forward (])</source>
        <translation>Nach vorn (])</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Left edges</source>
        <translation>Linke Kanten</translation>
    </message>
    <message>
        <source>Lower edges</source>
        <translation>Untere Kanten</translation>
    </message>
    <message>
        <source>Middles, left to right</source>
        <translation>Mitten, von links nach rechts</translation>
    </message>
    <message>
        <source>Middles, up and down</source>
        <translation>Mitten, von oben nach unten</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Picture in picture</source>
        <translation>Bild im Bild</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Right edges</source>
        <translation>Rechte Kanten</translation>
    </message>
    <message>
        <source>Same gaps, left to right</source>
        <translation>Gleiche Abstände, von links nach rechts</translation>
    </message>
    <message>
        <source>Same gaps, up and down</source>
        <translation>Gleiche Abstände, von oben nach unten</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Speaker and the others</source>
        <translation>Sprecher und die anderen</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>The next drag draws a new region</source>
        <translation>Das nächste Ziehen zeichnet eine neue Region</translation>
    </message>
    <message>
        <source>To the back</source>
        <translation>Ganz nach hinten</translation>
    </message>
    <message>
        <source>To the front</source>
        <translation>Ganz nach vorn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Upper edges</source>
        <translation>Obere Kanten</translation>
    </message>
</context>
<context>
    <name>LimitsCard</name>
    <message>
        <source>Asia</source>
        <translation>Asien</translation>
    </message>
    <message>
        <source>Counted from the start. Afterwards the recording can be neither asked nor stopped from here; it goes on by itself.</source>
        <translation>Ab dem Start gezählt. Danach kann die Aufnahme von hier weder abgefragt noch gestoppt werden; sie läuft allein weiter.</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Mainland China</source>
        <translation>Festland-China</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Am nächsten</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>South-East Asia</source>
        <translation>Südostasien</translation>
    </message>
    <message>
        <source>The recorder does not leave this region, also when it has to move</source>
        <translation>Der Recorder verlässt diese Region nicht, auch wenn er umziehen muss</translation>
    </message>
    <message>
        <source>The zones of these recordings are avoided</source>
        <translation>Die Zonen dieser Aufnahmen werden gemieden</translation>
    </message>
    <message>
        <source>Wherever Agora decides</source>
        <translation>Wo Agora entscheidet</translation>
    </message>
    <message>
        <source>resource ids, with commas</source>
        <translation>Resource-IDs, mit Kommas</translation>
    </message>
    <message>
        <source>where the recorder runs</source>
        <translation>wo der Recorder läuft</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
    <message>
        <source>Project settings…</source>
        <translation>Projekteinstellungen…</translation>
    </message>
</context>
<context>
    <name>LockSwitch</name>
    <message>
        <source>Keep everything from being stopped or changed on air (Ctrl+L)</source>
        <translation>Alles vor Stopp und Änderung auf Sendung schützen (Strg+L)</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>GESPERRT</translation>
    </message>
    <message>
        <source>LOCKED, hold to unlock</source>
        <translation>GESPERRT, halten zum Entsperren</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Nothing is stopped or changed on air. Hold for a second, or hold Ctrl+L</source>
        <translation>Nichts wird gestoppt oder auf Sendung geändert. Eine Sekunde halten, oder Strg+L halten</translation>
    </message>
    <message>
        <source>Press U to unlock, Esc to keep it</source>
        <translation>U drücken zum Entsperren, Esc lässt gesperrt</translation>
    </message>
    <message>
        <source>Unlocked</source>
        <translation>Entsperrt</translation>
    </message>
    <message>
        <source>Unlocked. Locking keeps everything from being stopped or changed on air.</source>
        <translation>Entsperrt. Sperren schützt alles vor Stopp und Änderung auf Sendung.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Agora Console</source>
        <translation>Agora Console</translation>
    </message>
    <message>
        <source>Close the window and try again.</source>
        <translation>Schließen Sie das Fenster und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>LOCKED</source>
        <translation>GESPERRT</translation>
    </message>
    <message>
        <source>Nothing was opened</source>
        <translation>Nichts wurde geöffnet</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>Opening the journal</source>
        <translation>Das Journal wird geöffnet</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>1 slice</source>
        <translation>1 Slice</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. What was downloaded stays, and no half film is left.</source>
        <translation>Abgebrochen. Das Heruntergeladene bleibt, und kein halber Film liegt herum.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Download and merge</source>
        <translation>Herunterladen und verbinden</translation>
    </message>
    <message>
        <source>Download for the command</source>
        <translation>Für den Befehl herunterladen</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Fetching the slices into the folder.</source>
        <translation>Die Slices werden in den Ordner geholt.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Made by {0}. Nothing is encoded again.</source>
        <translation>Gemacht von {0}. Nichts wird neu kodiert.</translation>
    </message>
    <message>
        <source>Merge in a folder</source>
        <translation>In einem Ordner verbinden</translation>
    </message>
    <message>
        <source>Merge into one film</source>
        <translation>Zu einem Film verbinden</translation>
    </message>
    <message>
        <source>Merging: {0} of {1}.</source>
        <translation>Wird verbunden: {0} von {1}.</translation>
    </message>
    <message>
        <source>Open film</source>
        <translation>Film öffnen</translation>
    </message>
    <message>
        <source>Progress of the merge</source>
        <translation>Fortschritt des Verbindens</translation>
    </message>
    <message>
        <source>Reading the film through.</source>
        <translation>Der Film wird durchgelesen.</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>Der Befehl</translation>
    </message>
    <message>
        <source>There is no ffmpeg in the PATH of this machine. Install it, or run the command elsewhere in the folder with the downloaded files.</source>
        <translation>Im PATH dieses Rechners ist kein ffmpeg. Installieren Sie es, oder führen Sie den Befehl anderswo im Ordner mit den heruntergeladenen Dateien aus.</translation>
    </message>
    <message>
        <source>UID {0}</source>
        <translation>UID {0}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What is merged</source>
        <translation>Was verbunden wird</translation>
    </message>
    <message>
        <source>{0} slices</source>
        <translation>{0} Slices</translation>
    </message>
    <message>
        <source>{0}: {1}, {2}</source>
        <translation>{0}: {1}, {2}</translation>
    </message>
</context>
<context>
    <name>ModeCard</name>
    <message>
        <source>48 kHz mono, 128 Kbps</source>
        <translation>48 kHz mono, 128 Kbps</translation>
    </message>
    <message>
        <source>48 kHz mono, 48 Kbps</source>
        <translation>48 kHz mono, 48 Kbps</translation>
    </message>
    <message>
        <source>48 kHz stereo, 192 Kbps</source>
        <translation>48 kHz stereo, 192 Kbps</translation>
    </message>
    <message>
        <source>A page as a browser shows it, with its sound</source>
        <translation>Eine Seite, wie ein Browser sie zeigt, mit Ton</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Audio + video</source>
        <translation>Audio + Video</translation>
    </message>
    <message>
        <source>Composite (mix)</source>
        <translation>Gemischt (Mix)</translation>
    </message>
    <message>
        <source>Files of their own for each UID</source>
        <translation>Eigene Dateien für jede UID</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Individual</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>One picture and sound of everybody</source>
        <translation>Ein Bild und Ton von allen</translation>
    </message>
    <message>
        <source>Undocumented: JSON as Agora's support dictates it</source>
        <translation>Undokumentiert: JSON, wie Agoras Support es vorgibt</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>Which one of a person who sends two</source>
        <translation>Welcher einer Person, die zwei sendet</translation>
    </message>
    <message>
        <source>sound quality, dual streams, private parameters</source>
        <translation>Tonqualität, Dual-Streams, private Parameter</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>Agora does not say how many people there are; the preview assumes this many</source>
        <translation>Agora sagt nicht, wie viele Personen da sind; die Vorschau nimmt so viele an</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Next layout</source>
        <translation>Nächstes Layout</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Copy details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten des Problems</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Configs and tickets (*.json *.agora-config *.agora-ticket *.txt)</source>
        <translation>Konfigurationen und Tickets (*.json *.agora-config *.agora-ticket *.txt)</translation>
    </message>
    <message>
        <source>Line {0}: {1}</source>
        <translation>Zeile {0}: {1}</translation>
    </message>
    <message>
        <source>Nothing was taken over from {0}.</source>
        <translation>Aus {0} wurde nichts übernommen.</translation>
    </message>
    <message>
        <source>Open a config or ticket</source>
        <translation>Konfiguration oder Ticket öffnen</translation>
    </message>
    <message>
        <source>The draft is as it was.</source>
        <translation>Der Entwurf ist, wie er war.</translation>
    </message>
    <message>
        <source>the cURL line</source>
        <translation>der cURL-Zeile</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>der Zwischenablage</translation>
    </message>
    <message>
        <source>what was dropped</source>
        <translation>dem Abgelegten</translation>
    </message>
</context>
<context>
    <name>PageCard</name>
    <message>
        <source>48 kHz mono, 128 Kbps</source>
        <translation>48 kHz mono, 128 Kbps</translation>
    </message>
    <message>
        <source>48 kHz mono, 48 Kbps</source>
        <translation>48 kHz mono, 48 Kbps</translation>
    </message>
    <message>
        <source>48 kHz stereo, 192 Kbps</source>
        <translation>48 kHz stereo, 192 Kbps</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Desktop</source>
        <translation>Desktop</translation>
    </message>
    <message>
        <source>It has to open without a login and without leading elsewhere</source>
        <translation>Sie muss sich ohne Anmeldung und ohne Weiterleitung öffnen</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page height in pixels</source>
        <translation>Höhe der Seite in Pixeln</translation>
    </message>
    <message>
        <source>Page width in pixels</source>
        <translation>Breite der Seite in Pixeln</translation>
    </message>
    <message>
        <source>Paused, the page is open and nothing is written until it goes on</source>
        <translation>Pausiert ist die Seite offen, und nichts wird geschrieben, bis es weitergeht</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Then it ends by itself; it is billed until it ends</source>
        <translation>Dann endet sie von selbst; berechnet wird sie bis zum Ende</translation>
    </message>
    <message>
        <source>Then the next one begins, as it does after about 2 GB</source>
        <translation>Dann beginnt die nächste, wie auch nach etwa 2 GB</translation>
    </message>
    <message>
        <source>Until the page itself says that it is ready; 0 does not wait</source>
        <translation>Bis die Seite selbst sagt, dass sie bereit ist; 0 wartet nicht</translation>
    </message>
    <message>
        <source>phone view, paused start, loading, length of MP4 files</source>
        <translation>Telefonansicht, pausierter Start, Laden, Länge der MP4-Dateien</translation>
    </message>
    <message>
        <source>px, 240 to 1920 a side</source>
        <translation>px, 240 bis 1920 je Seite</translation>
    </message>
</context>
<context>
    <name>PageTab</name>
    <message>
        <source>Agora accepted the change at {0}. Its next answer will tell its effect.</source>
        <translation>Agora hat die Änderung um {0} angenommen. Die nächste Antwort sagt, wie sie wirkt.</translation>
    </message>
    <message>
        <source>Agora accepted the change, but its answer shows none.</source>
        <translation>Agora hat die Änderung angenommen, aber seine Antwort zeigt keine.</translation>
    </message>
    <message>
        <source>Agora's answer shows the change.</source>
        <translation>Agoras Antwort zeigt die Änderung.</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>Es ist keine Aufnahme gewählt.</translation>
    </message>
    <message>
        <source>Sent; waiting for Agora's answer.</source>
        <translation>Gesendet; Agoras Antwort steht aus.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find a command or a recording</source>
        <translation>Befehl oder Aufnahme finden</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Stop {0}…</source>
        <translation>{0} stoppen…</translation>
    </message>
    <message>
        <source>Type a command, a channel, a UID or a state</source>
        <translation>Befehl, Kanal, UID oder Zustand tippen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>goes to its stop button, which is then held · {0}</source>
        <translation>führt zum Stoppknopf, der dann gehalten wird · {0}</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>jetzt nicht möglich</translation>
    </message>
</context>
<context>
    <name>PauseCard</name>
    <message>
        <source>Keep the page open and store nothing of it until you resume</source>
        <translation>Die Seite offen halten und nichts davon speichern, bis Sie fortsetzen</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Pause the recording</source>
        <translation>Aufnahme pausieren</translation>
    </message>
    <message>
        <source>Resume the recording</source>
        <translation>Aufnahme fortsetzen</translation>
    </message>
    <message>
        <source>Store the page again from now on</source>
        <translation>Die Seite von jetzt an wieder speichern</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Picture of</source>
        <translation>Bild von</translation>
    </message>
    <message>
        <source>Sound of</source>
        <translation>Ton von</translation>
    </message>
</context>
<context>
    <name>PeopleSlider</name>
    <message>
        <source>People in the preview</source>
        <translation>Personen in der Vorschau</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>PictureCard</name>
    <message>
        <source>Common sizes</source>
        <translation>Übliche Größen</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>In the region of a person who sends no video; {0}</source>
        <translation>In der Region einer Person, die kein Video sendet; {0}</translation>
    </message>
    <message>
        <source>JPEG or BMP, 6 MB at most</source>
        <translation>JPEG oder BMP, höchstens 6 MB</translation>
    </message>
    <message>
        <source>Kbps, default {0}</source>
        <translation>Kbps, Vorgabe {0}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Sets size, frame rate and a good bitrate</source>
        <translation>Setzt Größe, Bildrate und eine gute Bitrate</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Stronger than the image for all</source>
        <translation>Geht vor dem Bild für alle</translation>
    </message>
    <message>
        <source>Swap width and height</source>
        <translation>Breite und Höhe tauschen</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>crop</source>
        <translation>beschnitten</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>eingepasst</translation>
    </message>
    <message>
        <source>images behind the people and in place of them</source>
        <translation>Bilder hinter den Personen und an ihrer Stelle</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>{0} fps</source>
        <translation>{0} fps</translation>
    </message>
    <message>
        <source>{0} fps, default</source>
        <translation>{0} fps, Vorgabe</translation>
    </message>
    <message>
        <source>{0} × {1}, {2} fps, {3} Kbps</source>
        <translation>{0} × {1}, {2} fps, {3} Kbps</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>Keyring</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>This run only</source>
        <translation>Nur dieser Lauf</translation>
    </message>
    <message>
        <source>What is typed here ends with the program, and has to be typed again then.</source>
        <translation>Was hier getippt wird, endet mit dem Programm und muss dann neu getippt werden.</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse liegen</translation>
    </message>
    <message>
        <source>for this run</source>
        <translation>für diesen Lauf</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>in {0}</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Start {0} with recorder UID {1}</source>
        <translation>{0} mit Recorder-UID {1} starten</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source> And {0} more problems in the draft.</source>
        <translation> Und {0} weitere Probleme im Entwurf.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Plan nothing (Esc)</source>
        <translation>Nichts planen (Esc)</translation>
    </message>
    <message>
        <source>Plan the start</source>
        <translation>Start planen</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Start um</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Change the time</source>
        <translation>Zeit ändern</translation>
    </message>
    <message>
        <source>Copies channel, UID and config; the plan stays as it is</source>
        <translation>Kopiert Kanal, UID und Konfiguration; der Plan bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Hold to give up the plan</source>
        <translation>Halten: Plan aufgeben</translation>
    </message>
    <message>
        <source>Planned for {0}.</source>
        <translation>Geplant für {0}.</translation>
    </message>
    <message>
        <source>Planned start</source>
        <translation>Geplanter Start</translation>
    </message>
    <message>
        <source>Press G to give it up, Esc to keep it</source>
        <translation>G drücken zum Aufgeben, Esc zum Behalten</translation>
    </message>
    <message>
        <source>Put into the draft</source>
        <translation>In den Entwurf übernehmen</translation>
    </message>
    <message>
        <source>Start at</source>
        <translation>Start um</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Start this recording at once instead of at its time</source>
        <translation>Diese Aufnahme sofort starten statt zu ihrer Zeit</translation>
    </message>
    <message>
        <source>Time until the start</source>
        <translation>Zeit bis zum Start</translation>
    </message>
</context>
<context>
    <name>Plans</name>
    <message>
        <source>It is started by this console: at that time it has to run, and the machine must not sleep. If one comes back at most {0} minutes late, it is started then. Later than that nothing is started: an alarm asks you.</source>
        <translation>Gestartet wird sie von dieser Konsole: Zu dieser Zeit muss sie laufen, und der Rechner darf nicht schlafen. Kommt eine höchstens {0} Minuten zu spät zurück, wird dann gestartet. Noch später wird nichts gestartet: Ein Alarm fragt Sie.</translation>
    </message>
    <message>
        <source>Its keys are kept for this run only: after the console was closed it can be started only with keys of the project, and not at all without.</source>
        <translation>Ihre Schlüssel bleiben nur für diesen Lauf: Nach dem Schließen der Konsole lässt sie sich nur mit Schlüsseln des Projekts starten, ohne diese gar nicht.</translation>
    </message>
    <message>
        <source>Its keys wait in the keyring; none is in a file.</source>
        <translation>Ihre Schlüssel warten im Schlüsselbund; keiner steht in einer Datei.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Close this and play it again, or download it.</source>
        <translation>Schließen Sie dies und spielen Sie ihn noch einmal ab, oder laden Sie ihn herunter.</translation>
    </message>
    <message>
        <source>Nothing of the film has come for {0} s: a slow or broken connection.</source>
        <translation>Seit {0} s ist nichts vom Film gekommen: eine langsame oder unterbrochene Verbindung.</translation>
    </message>
    <message>
        <source>Open in another player</source>
        <translation>In anderem Player öffnen</translation>
    </message>
    <message>
        <source>Opening the film.</source>
        <translation>Der Film wird geöffnet.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder pausieren (Leertaste)</translation>
    </message>
    <message>
        <source>Position in the film</source>
        <translation>Position im Film</translation>
    </message>
    <message>
        <source>The film cannot be read: it is gone, or out of reach.</source>
        <translation>Der Film kann nicht gelesen werden: Er ist weg oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>The rest of the film cannot be read: the connection or the file broke.</source>
        <translation>Der Rest des Films kann nicht gelesen werden: Die Verbindung oder die Datei brach ab.</translation>
    </message>
    <message>
        <source>This player cannot play it. Another one on this machine may.</source>
        <translation>Dieser Player kann sie nicht abspielen. Ein anderer auf diesem Rechner vielleicht.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Another folder is chosen with --data-dir. Secrets are never in it.</source>
        <translation>Ein anderer Ordner wird mit --data-dir gewählt. Geheimnisse liegen nie darin.</translation>
    </message>
    <message>
        <source>Beep when an alarm is raised</source>
        <translation>Bei einem Alarm piepen</translation>
    </message>
    <message>
        <source>Cleaned up once a day. What is not provably over never leaves the journal.</source>
        <translation>Einmal am Tag wird aufgeräumt. Was nicht beweisbar beendet ist, bleibt immer im Journal.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Days for which the journal keeps what is over</source>
        <translation>Tage, die das Journal Beendetes behält</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Journal, settings and log</source>
        <translation>Journal, Einstellungen und Protokoll</translation>
    </message>
    <message>
        <source>Keep what is over for</source>
        <translation>Beendetes behalten</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>List and alarms</source>
        <translation>Liste und Alarme</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Settings of the console</source>
        <translation>Einstellungen der Konsole</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>ever</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>holds at once and in the next run</source>
        <translation>gilt sofort und im nächsten Lauf</translation>
    </message>
    <message>
        <source>holds at once; what Agora says stays as it is</source>
        <translation>gilt sofort; was Agora sagt, bleibt, wie es ist</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>All {0} lines.</source>
        <translation>Alle {0} Zeilen.</translation>
    </message>
    <message>
        <source>{0} of {1} lines are go.</source>
        <translation>{0} von {1} Zeilen sind GO.</translation>
    </message>
</context>
<context>
    <name>PreflightSheet</name>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
    <message>
        <source>Asks every line at once; starts nothing (Enter)</source>
        <translation>Fragt alle Zeilen zugleich; startet nichts (Eingabe)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Given up before an answer came.</source>
        <translation>Aufgegeben, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>Given up; this sheet is not kept.</source>
        <translation>Aufgegeben; dieses Blatt wird nicht behalten.</translation>
    </message>
    <message>
        <source>It could not be carried out.</source>
        <translation>Es konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Nothing has been asked yet.</source>
        <translation>Noch ist nichts gefragt.</translation>
    </message>
    <message>
        <source>Nothing is written: {0}</source>
        <translation>Nichts wird geschrieben: {0}</translation>
    </message>
    <message>
        <source>Planned length</source>
        <translation>Geplante Dauer</translation>
    </message>
    <message>
        <source>Preflight</source>
        <translation>Preflight</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Run preflight</source>
        <translation>Preflight ausführen</translation>
    </message>
    <message>
        <source>Set up a project first.</source>
        <translation>Richten Sie zuerst ein Projekt ein.</translation>
    </message>
    <message>
        <source>Something has changed since these answers; run it again.</source>
        <translation>Seit diesen Antworten hat sich etwas geändert; führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Writes, reads back and removes {0}, and acquires a recorder unused.</source>
        <translation>Schreibt, liest und entfernt {0} und fordert einen Recorder an, der unbenutzt bleibt.</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>A CONFIG.json without secrets</source>
        <translation>Eine CONFIG.json ohne Geheimnisse</translation>
    </message>
    <message>
        <source>A config or a cURL line; secrets are left out</source>
        <translation>Eine Konfiguration oder cURL-Zeile; Geheimnisse bleiben weg</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>As JSON without secrets, to share</source>
        <translation>Als JSON ohne Geheimnisse, zum Weitergeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Configs (*.agora-config *.json *.txt)</source>
        <translation>Konfigurationen (*.agora-config *.json *.txt)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Export the preset</source>
        <translation>Preset exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Hold to delete</source>
        <translation>Halten: löschen</translation>
    </message>
    <message>
        <source>Import a preset</source>
        <translation>Preset importieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name, such as Evening show</source>
        <translation>Name, etwa Abendshow</translation>
    </message>
    <message>
        <source>No preset yet. Type a name and save the draft.</source>
        <translation>Noch kein Preset. Tippen Sie einen Namen und speichern Sie den Entwurf.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Presets</translation>
    </message>
    <message>
        <source>Press D to delete, Esc to keep</source>
        <translation>D drücken zum Löschen, Esc zum Behalten</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Replaces what is typed there</source>
        <translation>Ersetzt, was dort steht</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The draft as it was before</source>
        <translation>Der Entwurf, wie er vorher war</translation>
    </message>
    <message>
        <source>The draft has the settings of {0} now.</source>
        <translation>Der Entwurf hat jetzt die Einstellungen von {0}.</translation>
    </message>
    <message>
        <source>The draft is as it was.</source>
        <translation>Der Entwurf ist, wie er war.</translation>
    </message>
    <message>
        <source>The preset {0}</source>
        <translation>Das Preset {0}</translation>
    </message>
    <message>
        <source>To the name in the field</source>
        <translation>Auf den Namen im Feld</translation>
    </message>
    <message>
        <source>Under the name in the field</source>
        <translation>Unter dem Namen im Feld</translation>
    </message>
    <message>
        <source>Use in the draft</source>
        <translation>Im Entwurf verwenden</translation>
    </message>
    <message>
        <source>With the draft</source>
        <translation>Mit dem Entwurf</translation>
    </message>
    <message>
        <source>{0} is imported, without secrets.</source>
        <translation>{0} ist importiert, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>{0} is in the clipboard as JSON, without secrets.</source>
        <translation>{0} ist als JSON in der Zwischenablage, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>{0} is saved to {1}.</source>
        <translation>{0} ist gespeichert: {1}.</translation>
    </message>
</context>
<context>
    <name>PreviewCard</name>
    <message>
        <source>Layout preview</source>
        <translation>Layoutvorschau</translation>
    </message>
    <message>
        <source>UIDs that the layout names are in the channel</source>
        <translation>UIDs, die das Layout nennt, sind im Kanal</translation>
    </message>
    <message>
        <source>{0} of {1} people have no region and are not seen</source>
        <translation>{0} von {1} Personen haben keine Region und sind nicht zu sehen</translation>
    </message>
</context>
<context>
    <name>PreviewControls</name>
    <message>
        <source>Landscape</source>
        <translation>Querformat</translation>
    </message>
    <message>
        <source>Left, top, width and height of each region, as fractions and in pixels</source>
        <translation>Links, oben, Breite und Höhe jeder Region, als Anteile und in Pixeln</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Pictures that people send</source>
        <translation>Bilder, die Personen senden</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Hochformat</translation>
    </message>
    <message>
        <source>Shows what crop cuts off, and which bars fit leaves, for these cameras</source>
        <translation>Zeigt für diese Kameras, was Beschneiden abschneidet und welche Balken Einpassen lässt</translation>
    </message>
    <message>
        <source>cameras</source>
        <translation>Kameras</translation>
    </message>
</context>
<context>
    <name>ProjectDialog</name>
    <message>
        <source>3  Storage</source>
        <translation>3  Speicher</translation>
    </message>
    <message>
        <source>A token was made from it and reads back right. Whether it is the certificate of this App ID, only Agora can prove.</source>
        <translation>Daraus wurde ein Token erzeugt und richtig zurückgelesen. Ob es das Zertifikat dieser App ID ist, kann nur Agora beweisen.</translation>
    </message>
    <message>
        <source>Building a token…</source>
        <translation>Ein Token wird erzeugt…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Nichts ändern (Esc)</translation>
    </message>
    <message>
        <source>Listing the folder…</source>
        <translation>Der Ordner wird gelistet…</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>Project settings</source>
        <translation>Projekteinstellungen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the project, its secrets to the place above (Enter)</source>
        <translation>Projekt speichern, Geheimnisse an den Ort oben (Eingabe)</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>The test writes, reads back and removes {0}</source>
        <translation>Die Prüfung schreibt, liest und entfernt {0}</translation>
    </message>
    <message>
        <source>Writing a small object…</source>
        <translation>Ein kleines Objekt wird geschrieben…</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>where Agora puts the files; it can wait</source>
        <translation>wohin Agora die Dateien legt; es kann warten</translation>
    </message>
</context>
<context>
    <name>PushCard</name>
    <message>
        <source>Agora would refuse this address.</source>
        <translation>Agora würde diese Adresse ablehnen.</translation>
    </message>
    <message>
        <source>CDN</source>
        <translation>CDN</translation>
    </message>
    <message>
        <source>Change the address</source>
        <translation>Adresse ändern</translation>
    </message>
    <message>
        <source>It ends in the stream key: it goes to Agora and is kept nowhere.</source>
        <translation>Sie endet im Stream-Key: Er geht an Agora und bleibt nirgends.</translation>
    </message>
    <message>
        <source>It was started without a push, and none can be added while it runs.</source>
        <translation>Sie wurde ohne Push gestartet, und während sie läuft, kommt keiner dazu.</translation>
    </message>
    <message>
        <source>Its stream key is kept for this start only</source>
        <translation>Ihr Stream-Key bleibt nur für diesen Start</translation>
    </message>
    <message>
        <source>New RTMP address</source>
        <translation>Neue RTMP-Adresse</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>Push the page to a CDN as well</source>
        <translation>Die Seite auch zu einem CDN pushen</translation>
    </message>
    <message>
        <source>Push to a CDN</source>
        <translation>Zu einem CDN pushen</translation>
    </message>
    <message>
        <source>Type the new address first.</source>
        <translation>Tippen Sie zuerst die neue Adresse.</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>1 planned start does not come when you leave</source>
        <translation>1 geplanter Start kommt nicht, wenn Sie gehen</translation>
    </message>
    <message>
        <source>1 recording goes on when you leave</source>
        <translation>1 Aufnahme läuft weiter, wenn Sie gehen</translation>
    </message>
    <message>
        <source>A planned start is carried out by a console that runs. Where one runs again at most {0} minutes after its time, it is started then; later than that nothing is started, and an alarm asks you.</source>
        <translation>Einen geplanten Start führt eine Konsole aus, die läuft. Läuft höchstens {0} Minuten nach seiner Zeit wieder eine, wird dann gestartet; später wird nichts gestartet, und ein Alarm fragt Sie.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close the window; Agora goes on recording (Enter)</source>
        <translation>Das Fenster schließen; Agora nimmt weiter auf (Eingabe)</translation>
    </message>
    <message>
        <source>Closing the window stops nothing. Agora records and bills until each recording is stopped, or until its channel has been empty for its idle time. Nobody watches meanwhile; when you open the console again it finds them and goes on.</source>
        <translation>Das Schließen des Fensters stoppt nichts. Agora nimmt auf und berechnet, bis jede Aufnahme gestoppt ist oder ihr Kanal so lange leer war, wie ihre Leerlaufzeit dauert. Solange sieht niemand hin; beim nächsten Öffnen findet die Konsole sie und macht weiter.</translation>
    </message>
    <message>
        <source>Go on working (Esc)</source>
        <translation>Weiterarbeiten (Esc)</translation>
    </message>
    <message>
        <source>Hold for one second: stops every recording, then leaves</source>
        <translation>Eine Sekunde halten: stoppt jede Aufnahme und beendet dann</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>Leave Agora Console?</source>
        <translation>Agora Console verlassen?</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>Jetzt gehen</translation>
    </message>
    <message>
        <source>Leave running</source>
        <translation>Laufen lassen</translation>
    </message>
    <message>
        <source>Planned, and not started while no console runs: {0}</source>
        <translation>Geplant, und nicht gestartet, solange keine Konsole läuft: {0}</translation>
    </message>
    <message>
        <source>{0}, {1}</source>
        <translation>{0}, {1}</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Stop is on its way to Agora. The window closes by itself when nothing records any more. If you leave now, what has not ended yet may go on recording.</source>
        <translation>Der Stopp ist unterwegs zu Agora. Das Fenster schließt sich, wenn nichts mehr aufnimmt. Gehen Sie jetzt, kann weiter aufnehmen, was noch nicht beendet ist.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>{0} planned starts do not come when you leave</source>
        <translation>{0} geplante Starts kommen nicht, wenn Sie gehen</translation>
    </message>
    <message>
        <source>{0} recordings go on when you leave</source>
        <translation>{0} Aufnahmen laufen weiter, wenn Sie gehen</translation>
    </message>
</context>
<context>
    <name>ReadKeyRows</name>
    <message>
        <source>For looking and downloading here, since Agora's key had better only write</source>
        <translation>Zum Nachsehen und Herunterladen hier, da Agoras Schlüssel besser nur schreibt</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the stored read key</source>
        <translation>Den gespeicherten Leseschlüssel vergessen</translation>
    </message>
    <message>
        <source>Lists the folder; writes nothing</source>
        <translation>Listet den Ordner; schreibt nichts</translation>
    </message>
    <message>
        <source>Read: access key</source>
        <translation>Lesen: Access Key</translation>
    </message>
    <message>
        <source>Read: secret key</source>
        <translation>Lesen: Secret Key</translation>
    </message>
    <message>
        <source>Remove the read key when the project is saved</source>
        <translation>Den Leseschlüssel beim Speichern des Projekts entfernen</translation>
    </message>
    <message>
        <source>Separate read key</source>
        <translation>Getrennter Leseschlüssel</translation>
    </message>
    <message>
        <source>Stays here: Agora never gets it.</source>
        <translation>Bleibt hier: Agora bekommt ihn nie.</translation>
    </message>
    <message>
        <source>Test read key</source>
        <translation>Leseschlüssel prüfen</translation>
    </message>
    <message>
        <source>forgotten on Save</source>
        <translation>wird beim Speichern vergessen</translation>
    </message>
</context>
<context>
    <name>Recovering</name>
    <message>
        <source>Agora was asked once: {0}. {1}</source>
        <translation>Agora wurde einmal gefragt: {0}. {1}</translation>
    </message>
    <message>
        <source>Finding out what became of {0}.</source>
        <translation>Es wird geklärt, was aus {0} wurde.</translation>
    </message>
    <message>
        <source>Recover ({0})</source>
        <translation>Klären ({0})</translation>
    </message>
    <message>
        <source>Recover what was cut off</source>
        <translation>Abgebrochenes klären</translation>
    </message>
    <message>
        <source>What was cut off was looked into.</source>
        <translation>Das Abgebrochene wurde geklärt, soweit es ging.</translation>
    </message>
    <message>
        <source>{0} (UID {1}) is in the journal here.</source>
        <translation>{0} (UID {1}) steht hier im Journal.</translation>
    </message>
</context>
<context>
    <name>RegionInspector</name>
    <message>
        <source>Choose a region in the picture or in the table.</source>
        <translation>Wählen Sie eine Region im Bild oder in der Tabelle.</translation>
    </message>
    <message>
        <source>Crop to fill</source>
        <translation>Füllend</translation>
    </message>
    <message>
        <source>Fit whole</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Height, fraction of the canvas</source>
        <translation>Höhe, Anteil der Fläche</translation>
    </message>
    <message>
        <source>Left, fraction of the canvas</source>
        <translation>Links, Anteil der Fläche</translation>
    </message>
    <message>
        <source>Left, top</source>
        <translation>Links, oben</translation>
    </message>
    <message>
        <source>Next to join</source>
        <translation>Nächste Person</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Opacity in percent</source>
        <translation>Deckkraft in Prozent</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region {0}</source>
        <translation>Region {0}</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Top, fraction of the canvas</source>
        <translation>Oben, Anteil der Fläche</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>UID of the person</source>
        <translation>UID der Person</translation>
    </message>
    <message>
        <source>Width, fraction of the canvas</source>
        <translation>Breite, Anteil der Fläche</translation>
    </message>
    <message>
        <source>{0} regions are chosen. Choose one to see its numbers.</source>
        <translation>{0} Regionen sind gewählt. Wählen Sie eine, um ihre Zahlen zu sehen.</translation>
    </message>
</context>
<context>
    <name>RegionsEditor</name>
    <message>
        <source>17 regions are the most</source>
        <translation>Höchstens 17 Regionen</translation>
    </message>
    <message>
        <source>Add region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>RegionsModel</name>
    <message>
        <source>0 transparent, 1 opaque</source>
        <translation>0 durchsichtig, 1 deckend</translation>
    </message>
    <message>
        <source>Add region</source>
        <translation>Region hinzufügen</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Crop fills the region; fit shows the whole picture</source>
        <translation>Beschneiden füllt die Region; Einpassen zeigt das ganze Bild</translation>
    </message>
    <message>
        <source>Empty: the next person to join</source>
        <translation>Leer: die nächste Person</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fraction of the canvas, 0 to 1, six decimals</source>
        <translation>Anteil der Bildfläche, 0 bis 1, sechs Dezimalen</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>Oben</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächste</translation>
    </message>
</context>
<context>
    <name>ReleaseNews</name>
    <message>
        <source>Agora Console {0} is out; this is {1}.</source>
        <translation>Agora Console {0} ist erschienen; dies ist {1}.</translation>
    </message>
    <message>
        <source>Nothing was downloaded.</source>
        <translation>Nichts wurde heruntergeladen.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>The page could not be opened: {0}</source>
        <translation>Die Seite ließ sich nicht öffnen: {0}</translation>
    </message>
</context>
<context>
    <name>RequestCard</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request as JSON, secrets hidden</source>
        <translation>Anfrage als JSON, Geheimnisse verborgen</translation>
    </message>
    <message>
        <source>acquire</source>
        <translation>acquire</translation>
    </message>
    <message>
        <source>secrets hidden</source>
        <translation>Geheimnisse verborgen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>RequestsTab</name>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Choose two to compare them: Ctrl+click, or Shift+Down</source>
        <translation>Zwei wählen, um sie zu vergleichen: Strg+Klick oder Umschalt+Ab</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Each word has to be found: query 404</source>
        <translation>Jedes Wort muss vorkommen: query 404</translation>
    </message>
    <message>
        <source>Filter by call, host, HTTP or code</source>
        <translation>Nach Aufruf, Host, HTTP oder Code filtern</translation>
    </message>
    <message>
        <source>Filter the requests</source>
        <translation>Anfragen filtern</translation>
    </message>
    <message>
        <source>HAR…</source>
        <translation>HAR…</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests, newest first</source>
        <translation>Anfragen, neueste zuerst</translation>
    </message>
    <message>
        <source>Save ids, UTC times, versions and requests as one ZIP, without secrets</source>
        <translation>Kennungen, UTC-Zeiten, Versionen und Anfragen als eine ZIP-Datei speichern, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Save the requests in the table as HAR</source>
        <translation>Anfragen der Tabelle als HAR speichern</translation>
    </message>
    <message>
        <source>Save the requests in the table as HAR 1.2, without secrets</source>
        <translation>Anfragen der Tabelle als HAR 1.2 speichern, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Save the support bundle</source>
        <translation>Supportpaket speichern</translation>
    </message>
    <message>
        <source>Support…</source>
        <translation>Support…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>secrets removed; choose two to compare</source>
        <translation>Geheimnisse entfernt; zum Vergleichen zwei wählen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
</context>
<context>
    <name>Retelling</name>
    <message>
        <source>The language changes as soon as “{0}” is closed.</source>
        <translation>Die Sprache wechselt, sobald „{0}“ geschlossen ist.</translation>
    </message>
</context>
<context>
    <name>RotationDialog</name>
    <message>
        <source>2026-05-17T18:30:00Z, or seconds since 1970</source>
        <translation>2026-05-17T18:30:00Z, oder Sekunden seit 1970</translation>
    </message>
    <message>
        <source>At least four hours from now</source>
        <translation>Mindestens vier Stunden ab jetzt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is missing.</source>
        <translation>Das fehlt.</translation>
    </message>
    <message>
        <source>Renew the storage credentials</source>
        <translation>Speicher-Zugangsdaten erneuern</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Sends one update with the whole storage (Enter)</source>
        <translation>Sendet ein Update mit dem ganzen Speicher (Eingabe)</translation>
    </message>
    <message>
        <source>This is no point in time; paste it as the vendor writes it.</source>
        <translation>Das ist kein Zeitpunkt; fügen Sie ihn ein, wie der Anbieter ihn schreibt.</translation>
    </message>
</context>
<context>
    <name>Rotations</name>
    <message>
        <source>Choose the recording whose credentials end.</source>
        <translation>Wählen Sie die Aufnahme, deren Zugangsdaten enden.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>Leave it to Agora</source>
        <translation>Agora überlassen</translation>
    </message>
    <message>
        <source>asked {0} ago</source>
        <translation>gefragt vor {0}</translation>
    </message>
    <message>
        <source>next in {0}</source>
        <translation>wieder in {0}</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>stop again in {0}</source>
        <translation>Stopp wieder in {0}</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} of A/B</source>
        <translation>{0} von A/B</translation>
    </message>
</context>
<context>
    <name>SecretLine</name>
    <message>
        <source>Hold to read</source>
        <translation>Halten: lesen</translation>
    </message>
    <message>
        <source>Hold to read the secret</source>
        <translation>Halten, um das Geheimnis zu lesen</translation>
    </message>
</context>
<context>
    <name>SecretRow</name>
    <message>
        <source>Kept for this start only</source>
        <translation>Nur für diesen Start behalten</translation>
    </message>
    <message>
        <source>ends in {0}</source>
        <translation>endet in {0}</translation>
    </message>
    <message>
        <source>paste it here</source>
        <translation>hier einfügen</translation>
    </message>
</context>
<context>
    <name>SecretsQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Copy with secrets</source>
        <translation>Mit Geheimnissen kopieren</translation>
    </message>
    <message>
        <source>The line will hold the customer secret and, for a start, the storage keys in the clear. Whoever can read the clipboard can read them.</source>
        <translation>Die Zeile enthält das Kunden-Secret und bei einem Start die Speicherschlüssel im Klartext. Wer die Zwischenablage lesen kann, kann sie lesen.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Ask Agora for the status of each</source>
        <translation>Agora nach dem Status jeder fragen</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Choose one row again (Esc)</source>
        <translation>Wieder eine Zeile wählen (Esc)</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Export tickets…</source>
        <translation>Tickets exportieren…</translation>
    </message>
    <message>
        <source>Save the ids of each, without keys, as text</source>
        <translation>Die Kennungen jeder als Text speichern, ohne Schlüssel</translation>
    </message>
    <message>
        <source>Shows which ones, and is then held for a second</source>
        <translation>Zeigt, welche, und wird dann eine Sekunde gehalten</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>{0} chosen</source>
        <translation>{0} gewählt</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>, code {0}</source>
        <translation>, Code {0}</translation>
    </message>
    <message>
        <source>0 is not allowed</source>
        <translation>0 ist nicht erlaubt</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>1 recording</source>
        <translation>1 Aufnahme</translation>
    </message>
    <message>
        <source>1 warning.</source>
        <translation>1 Warnung.</translation>
    </message>
    <message>
        <source>3 and 6</source>
        <translation>3 und 6</translation>
    </message>
    <message>
        <source>3, 6 and 9</source>
        <translation>3, 6 und 9</translation>
    </message>
    <message>
        <source>90 s have passed and Agora did not say. {0}</source>
        <translation>90 s sind vergangen, und Agora hat nichts gesagt. {0}</translation>
    </message>
    <message>
        <source>; others are not recorded</source>
        <translation>; andere werden nicht aufgenommen</translation>
    </message>
    <message>
        <source>A UID stands in the list twice.</source>
        <translation>Eine UID steht zweimal in der Liste.</translation>
    </message>
    <message>
        <source>A change is on its way; wait for Agora's answer to it.</source>
        <translation>Eine Änderung ist unterwegs; warten Sie auf Agoras Antwort darauf.</translation>
    </message>
    <message>
        <source>A change ordered: {0}.</source>
        <translation>Eine Änderung angeordnet: {0}.</translation>
    </message>
    <message>
        <source>A config is a JSON object, not {0}.</source>
        <translation>Eine Konfiguration ist ein JSON-Objekt, nicht {0}.</translation>
    </message>
    <message>
        <source>A customer ID holds neither a colon nor a blank.</source>
        <translation>Eine Kunden-ID enthält weder Doppelpunkt noch Leerzeichen.</translation>
    </message>
    <message>
        <source>A field is missing or has a wrong name, type or value; the reason names it.</source>
        <translation>Ein Feld fehlt oder hat falschen Namen, Typ oder Wert; der Grund nennt es.</translation>
    </message>
    <message>
        <source>A file could not be uploaded; Agora keeps it in its backup and tries again.</source>
        <translation>Eine Datei konnte nicht hochgeladen werden; Agora behält sie in seinem Backup und versucht es wieder.</translation>
    </message>
    <message>
        <source>A key here contains half a character</source>
        <translation>Ein Schlüssel enthält hier ein halbes Zeichen</translation>
    </message>
    <message>
        <source>A layout exists only in mix mode; this recording is {0}.</source>
        <translation>Ein Layout gibt es nur im Modus Mix; diese Aufnahme ist {0}.</translation>
    </message>
    <message>
        <source>A layout is on its way; wait for Agora's answer to it.</source>
        <translation>Ein Layout ist unterwegs; warten Sie auf Agoras Antwort darauf.</translation>
    </message>
    <message>
        <source>A new layout ordered.</source>
        <translation>Ein neues Layout angeordnet.</translation>
    </message>
    <message>
        <source>A number is too large to be one.</source>
        <translation>Eine Zahl ist zu groß, um eine zu sein.</translation>
    </message>
    <message>
        <source>A page needs no token: nobody joins.</source>
        <translation>Eine Seite braucht kein Token: Niemand tritt bei.</translation>
    </message>
    <message>
        <source>A parameter is wrong, or App ID, channel or UID are not those of this resource id.</source>
        <translation>Ein Parameter ist falsch, oder App ID, Kanal oder UID sind nicht die dieser Resource-ID.</translation>
    </message>
    <message>
        <source>A part of the recording did not come up.</source>
        <translation>Ein Teil der Aufnahme ist nicht hochgefahren.</translation>
    </message>
    <message>
        <source>A path with a quote in it, or a backslash at its end, cannot be noted.</source>
        <translation>Ein Pfad mit einem Anführungszeichen oder einem Backslash am Ende lässt sich nicht eintragen.</translation>
    </message>
    <message>
        <source>A person has made sure that it is over, and closed the case. Agora never said so.</source>
        <translation>Ein Mensch hat sich vergewissert, dass sie beendet ist, und den Fall geschlossen. Agora hat es nie gesagt.</translation>
    </message>
    <message>
        <source>A person has started it.</source>
        <translation>Eine Person hat sie gestartet.</translation>
    </message>
    <message>
        <source>A planned start cannot be read, and will not come.</source>
        <translation>Ein geplanter Start ist nicht lesbar und wird nicht kommen.</translation>
    </message>
    <message>
        <source>A preset needs a name.</source>
        <translation>Ein Preset braucht einen Namen.</translation>
    </message>
    <message>
        <source>A recording with the same App ID, channel and recorder UID exists.</source>
        <translation>Es gibt eine Aufnahme mit derselben App ID, demselben Kanal und derselben Recorder-UID.</translation>
    </message>
    <message>
        <source>A second recorder is billed like the first one: this recording costs twice as much.</source>
        <translation>Ein zweiter Recorder wird wie der erste berechnet: Diese Aufnahme kostet das Doppelte.</translation>
    </message>
    <message>
        <source>A secret stands in the config; it belongs in the keyring.</source>
        <translation>In der Konfiguration steht ein Geheimnis; es gehört in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>A stop was refused, and it still records. Stop it again.</source>
        <translation>Ein Stopp wurde abgelehnt, und sie nimmt noch auf. Noch einmal stoppen.</translation>
    </message>
    <message>
        <source>A stop was sent, and Agora still reports {0}.</source>
        <translation>Ein Stopp wurde gesendet, und Agora meldet noch {0}.</translation>
    </message>
    <message>
        <source>A {0} request has no body to check.</source>
        <translation>Eine {0}-Anfrage hat keinen Rumpf, der zu prüfen wäre.</translation>
    </message>
    <message>
        <source>API rate limit exceeded</source>
        <translation>API rate limit exceeded</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API-Version</translation>
    </message>
    <message>
        <source>ASKING</source>
        <translation>FRAGT</translation>
    </message>
    <message>
        <source>Access key</source>
        <translation>Access Key</translation>
    </message>
    <message>
        <source>Account not active</source>
        <translation>Konto nicht aktiv</translation>
    </message>
    <message>
        <source>Adopted from a ticket.</source>
        <translation>Aus einem Ticket übernommen.</translation>
    </message>
    <message>
        <source>After that it cannot be found out by starting again.</source>
        <translation>Danach lässt es sich nicht mehr durch erneutes Starten herausfinden.</translation>
    </message>
    <message>
        <source>Agora accepted the start. That it records is not confirmed yet.</source>
        <translation>Agora hat den Start angenommen. Dass sie aufnimmt, ist noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>Agora accepted the stop and has not said whether the files are uploaded.</source>
        <translation>Agora hat den Stopp angenommen und nicht gesagt, ob die Dateien hochgeladen sind.</translation>
    </message>
    <message>
        <source>Agora accepted the stop and still reports {0}.</source>
        <translation>Agora hat den Stopp angenommen und meldet noch {0}.</translation>
    </message>
    <message>
        <source>Agora answers 404 without saying whether the address or the recording is unknown.</source>
        <translation>Agora antwortet 404, ohne zu sagen, ob die Adresse oder die Aufnahme unbekannt ist.</translation>
    </message>
    <message>
        <source>Agora cannot be reached. {0}</source>
        <translation>Agora ist nicht erreichbar. {0}</translation>
    </message>
    <message>
        <source>Agora could not assign a server in time.</source>
        <translation>Agora konnte nicht rechtzeitig einen Server zuweisen.</translation>
    </message>
    <message>
        <source>Agora could not hand out a resource.</source>
        <translation>Agora konnte keine Ressource vergeben.</translation>
    </message>
    <message>
        <source>Agora could not use the storage with these settings.</source>
        <translation>Agora konnte den Speicher mit diesen Einstellungen nicht benutzen.</translation>
    </message>
    <message>
        <source>Agora did not accept the request.</source>
        <translation>Agora hat die Anfrage nicht angenommen.</translation>
    </message>
    <message>
        <source>Agora did what was asked.</source>
        <translation>Agora hat das Verlangte getan.</translation>
    </message>
    <message>
        <source>Agora does not find a recording with these ids (404). It has ended, or one of the typed ids is wrong: compare them.</source>
        <translation>Agora findet keine Aufnahme mit diesen Kennungen (404). Sie ist beendet, oder eine getippte Kennung ist falsch: Vergleichen Sie sie.</translation>
    </message>
    <message>
        <source>Agora does not find a recording with these ids (404). It may be moving.</source>
        <translation>Agora findet keine Aufnahme mit diesen Kennungen (404). Sie zieht vielleicht um.</translation>
    </message>
    <message>
        <source>Agora does not find the recorder (404). It may be moving to another server and still record.</source>
        <translation>Agora findet den Recorder nicht (404). Er zieht vielleicht auf einen anderen Server um und nimmt noch auf.</translation>
    </message>
    <message>
        <source>Agora does not find the recorder any more (404). Nobody looked for {0} before, so it is not known whether it ever recorded. Look in the bucket.</source>
        <translation>Agora findet den Recorder nicht mehr (404). Vorher hat {0} lang niemand nachgesehen, also ist nicht bekannt, ob er je aufgenommen hat. Sehen Sie in den Bucket.</translation>
    </message>
    <message>
        <source>Agora does not find the recorder yet (404).</source>
        <translation>Agora findet den Recorder noch nicht (404).</translation>
    </message>
    <message>
        <source>Agora does not find the recording while it stops: it has ended, or is being moved to another server and may still be running.</source>
        <translation>Agora findet die Aufnahme beim Stoppen nicht: Sie ist beendet, oder sie wird auf einen anderen Server verlegt und läuft vielleicht noch.</translation>
    </message>
    <message>
        <source>Agora does not know the key {0}, ignores it.</source>
        <translation>Agora kennt den Schlüssel {0} nicht und übergeht ihn.</translation>
    </message>
    <message>
        <source>Agora does not know the task any more (404). It is ending, or moving to another server.</source>
        <translation>Agora kennt die Aufgabe nicht mehr (404). Sie endet oder zieht auf einen anderen Server um.</translation>
    </message>
    <message>
        <source>Agora does not know {0} and ignores it; did you mean {1}?</source>
        <translation>Agora kennt {0} nicht und übergeht es; meinten Sie {1}?</translation>
    </message>
    <message>
        <source>Agora does not know {0} here and ignores it.</source>
        <translation>Agora kennt {0} hier nicht und übergeht es.</translation>
    </message>
    <message>
        <source>Agora found no server for the recording; it did not start.</source>
        <translation>Agora fand keinen Server für die Aufnahme; sie ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Agora has accepted the recording and has not begun with it yet.</source>
        <translation>Agora hat die Aufnahme angenommen und noch nicht damit begonnen.</translation>
    </message>
    <message>
        <source>Agora has no free server at the moment.</source>
        <translation>Agora hat im Moment keinen freien Server.</translation>
    </message>
    <message>
        <source>Agora has no such address or verb; this says nothing about any recording.</source>
        <translation>Agora kennt diese Adresse oder Methode nicht; über eine Aufnahme sagt das nichts.</translation>
    </message>
    <message>
        <source>Agora has not answered for more than six minutes.</source>
        <translation>Agora hat seit mehr als sechs Minuten nicht geantwortet.</translation>
    </message>
    <message>
        <source>Agora has not confirmed it within 90 s of the start.</source>
        <translation>Agora hat sie nicht innerhalb von 90 s nach dem Start bestätigt.</translation>
    </message>
    <message>
        <source>Agora has not finished, or some files are not in your storage yet.</source>
        <translation>Agora ist nicht fertig, oder einige Dateien sind noch nicht in Ihrem Speicher.</translation>
    </message>
    <message>
        <source>Agora has not found it for {0} (404), longer than a move to another server takes.</source>
        <translation>Agora findet sie seit {0} nicht (404), länger als ein Umzug auf einen anderen Server dauert.</translation>
    </message>
    <message>
        <source>Agora has not found it for {0} (404), longer than a move to another server takes; status {1} was seen {2} before.</source>
        <translation>Agora findet sie seit {0} nicht (404), länger als ein Umzug auf einen anderen Server dauert; Status {1} war {2} vorher zu sehen.</translation>
    </message>
    <message>
        <source>Agora has not found it for {0} longer than a move takes.</source>
        <translation>Agora findet sie seit {0} länger nicht, als ein Umzug dauert.</translation>
    </message>
    <message>
        <source>Agora ignores {0} here; it belongs at {1}.</source>
        <translation>Agora übergeht {0} hier; es gehört nach {1}.</translation>
    </message>
    <message>
        <source>Agora is ending the recording ({0}).</source>
        <translation>Agora beendet die Aufnahme ({0}).</translation>
    </message>
    <message>
        <source>Agora is ending the recording ({0}); it was not stopped here. {1}</source>
        <translation>Agora beendet die Aufnahme ({0}); sie wurde nicht hier gestoppt. {1}</translation>
    </message>
    <message>
        <source>Agora knows no such running recording: it has not begun yet, is moving to another server, or has ended.</source>
        <translation>Agora kennt keine solche laufende Aufnahme: Sie hat noch nicht begonnen, zieht auf einen anderen Server um oder ist beendet.</translation>
    </message>
    <message>
        <source>Agora lists no snapshots, so nobody can say how many there were.</source>
        <translation>Agora listet keine Snapshots, also kann niemand sagen, wie viele es waren.</translation>
    </message>
    <message>
        <source>Agora may be moving the recording to another server, which takes up to 90 s, or it has ended by itself. It may still be running.</source>
        <translation>Agora verlegt die Aufnahme vielleicht auf einen anderen Server, was bis zu 90 s dauert, oder sie hat von selbst geendet. Sie kann noch laufen.</translation>
    </message>
    <message>
        <source>Agora moved the recording to another server: the files with bak are its later parts.</source>
        <translation>Agora hat die Aufnahme auf einen anderen Server verlegt: Die Dateien mit bak sind ihre späteren Teile.</translation>
    </message>
    <message>
        <source>Agora no longer has the service aliyun_vod_service.</source>
        <translation>Agora hat den Dienst aliyun_vod_service nicht mehr.</translation>
    </message>
    <message>
        <source>Agora no longer lists {0} {1} (region {2}).</source>
        <translation>Agora führt {0} {1} (Region {2}) nicht mehr auf.</translation>
    </message>
    <message>
        <source>Agora no longer takes {0} (vendor {1}).</source>
        <translation>Agora nimmt {0} (Anbieter {1}) nicht mehr.</translation>
    </message>
    <message>
        <source>Agora reads {0}, not {1}</source>
        <translation>Agora liest {0}, nicht {1}</translation>
    </message>
    <message>
        <source>Agora reads {0}, not {1}; a key {2} is ignored.</source>
        <translation>Agora liest {0}, nicht {1}; ein Schlüssel {2} wird übergangen.</translation>
    </message>
    <message>
        <source>Agora reports status {0}, which its reference does not have.</source>
        <translation>Agora meldet Status {0}, den die Referenz nicht kennt.</translation>
    </message>
    <message>
        <source>Agora reports {0} after it had recorded.</source>
        <translation>Agora meldet {0}, nachdem sie aufgenommen hatte.</translation>
    </message>
    <message>
        <source>Agora reports {0}.</source>
        <translation>Agora meldet {0}.</translation>
    </message>
    <message>
        <source>Agora says at the end that nothing was recorded (435), and had listed {0} before. Look in the bucket.</source>
        <translation>Agora sagt am Ende, dass nichts aufgenommen wurde (435), und hatte vorher {0} aufgelistet. Sehen Sie in den Bucket.</translation>
    </message>
    <message>
        <source>Agora says that all files are uploaded. Nobody has looked in the bucket.</source>
        <translation>Agora sagt, dass alle Dateien hochgeladen sind. Niemand hat in den Bucket gesehen.</translation>
    </message>
    <message>
        <source>Agora says that the recorder is leaving (501).</source>
        <translation>Agora sagt, dass der Recorder geht (501).</translation>
    </message>
    <message>
        <source>Agora says that this recording is ending already (49). Waiting for its end.</source>
        <translation>Agora sagt, dass diese Aufnahme schon endet (49). Das Ende wird abgewartet.</translation>
    </message>
    <message>
        <source>Agora says: “{0}”.</source>
        <translation>Agora sagt: „{0}“.</translation>
    </message>
    <message>
        <source>Agora still answers for this recording: stop it, and its end will be proven.</source>
        <translation>Agora antwortet noch für diese Aufnahme: Stoppen Sie sie, dann wird ihr Ende bewiesen.</translation>
    </message>
    <message>
        <source>Agora took the order. That it records is proven only by status 4 or 5.</source>
        <translation>Agora hat den Auftrag genommen. Dass aufgenommen wird, beweist erst Status 4 oder 5.</translation>
    </message>
    <message>
        <source>Agora's back end did not answer in time. With older servers it means that cloud recording is not enabled for the App ID.</source>
        <translation>Agoras Backend hat nicht rechtzeitig geantwortet. Bei älteren Servern heißt das, dass Cloud Recording für die App ID nicht eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Agora's back end did not answer in time; the change may have had its effect.</source>
        <translation>Agoras Backend hat nicht rechtzeitig geantwortet; die Änderung kann gewirkt haben.</translation>
    </message>
    <message>
        <source>Agora's back end did not answer in time; the recording may be starting.</source>
        <translation>Agoras Backend hat nicht rechtzeitig geantwortet; die Aufnahme startet vielleicht.</translation>
    </message>
    <message>
        <source>Agora's back end did not answer in time; the recording may still be running.</source>
        <translation>Agoras Backend hat nicht rechtzeitig geantwortet; die Aufnahme kann noch laufen.</translation>
    </message>
    <message>
        <source>Agora's servers could not handle the request; whether it had an effect is not known.</source>
        <translation>Agoras Server konnten die Anfrage nicht bearbeiten; ob sie gewirkt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Alarm acknowledged: {0}.</source>
        <translation>Alarm quittiert: {0}.</translation>
    </message>
    <message>
        <source>Allow Agora Console in the keyring's own program and try again, {0}</source>
        <translation>Erlauben Sie Agora Console im Programm des Schlüsselbunds und versuchen Sie es wieder, {0}</translation>
    </message>
    <message>
        <source>Already ending</source>
        <translation>Endet schon</translation>
    </message>
    <message>
        <source>Already started</source>
        <translation>Schon gestartet</translation>
    </message>
    <message>
        <source>An App ID is 32 characters, 0…9 and a…f; this one has {0}.</source>
        <translation>Eine App ID hat 32 Zeichen, 0…9 und a…f; diese hat {0}.</translation>
    </message>
    <message>
        <source>An App ID is made of 0…9 and a…f only; this one holds other characters.</source>
        <translation>Eine App ID besteht nur aus 0…9 und a…f; diese enthält andere Zeichen.</translation>
    </message>
    <message>
        <source>An App certificate is 32 characters, 0…9 and a…f; this one has {0}.</source>
        <translation>Ein App-Zertifikat hat 32 Zeichen, 0…9 und a…f; dieses hat {0}.</translation>
    </message>
    <message>
        <source>An App certificate is made of 0…9 and a…f only; this one holds other characters.</source>
        <translation>Ein App-Zertifikat besteht nur aus 0…9 und a…f; dieses enthält andere Zeichen.</translation>
    </message>
    <message>
        <source>An answer came that is not understood. {0} ({1})</source>
        <translation>Es kam eine Antwort, die nicht verstanden wird. {0} ({1})</translation>
    </message>
    <message>
        <source>An undocumented code; it was seen together with an empty sid.</source>
        <translation>Ein undokumentierter Code; er wurde zusammen mit einer leeren sid gesehen.</translation>
    </message>
    <message>
        <source>An update carries one kind of change; this one has {0}.</source>
        <translation>Ein Update trägt eine Art von Änderung; dieses hat {0}.</translation>
    </message>
    <message>
        <source>And {0} more.</source>
        <translation>Und {0} weitere.</translation>
    </message>
    <message>
        <source>Answer not understood</source>
        <translation>Antwort nicht verstanden</translation>
    </message>
    <message>
        <source>Answer the keyring's prompt, it may be behind a window, and try again, {0}</source>
        <translation>Beantworten Sie die Frage des Schlüsselbunds, sie kann hinter einem Fenster sein, und versuchen Sie es wieder, {0}</translation>
    </message>
    <message>
        <source>App ID not accepted</source>
        <translation>App ID nicht angenommen</translation>
    </message>
    <message>
        <source>App ID or sid belong to another resource id.</source>
        <translation>App ID oder sid gehören zu einer anderen Resource-ID.</translation>
    </message>
    <message>
        <source>Armed: after a proven loss it is started again, {0} of {1} left.</source>
        <translation>Scharf: Nach einem bewiesenen Verlust wird neu gestartet, noch {0} von {1}.</translation>
    </message>
    <message>
        <source>Ask the owner of the account.</source>
        <translation>Fragen Sie den Inhaber des Kontos.</translation>
    </message>
    <message>
        <source>Asked again in {0}.</source>
        <translation>Wird in {0} wieder gefragt.</translation>
    </message>
    <message>
        <source>Asked now: {0}. {1}</source>
        <translation>Jetzt gefragt: {0}. {1}</translation>
    </message>
    <message>
        <source>Asking Agora for a recorder (acquire).</source>
        <translation>Agora wird um einen Recorder gebeten (acquire).</translation>
    </message>
    <message>
        <source>Asking, changing and stopping do not work after that.</source>
        <translation>Danach gehen Abfragen, Ändern und Stoppen nicht mehr.</translation>
    </message>
    <message>
        <source>Asking, changing and stopping ended {0} ago.</source>
        <translation>Abfragen, Ändern und Stoppen endeten vor {0}.</translation>
    </message>
    <message>
        <source>Asking, changing and stopping work for {0} more.</source>
        <translation>Abfragen, Ändern und Stoppen gehen noch {0}.</translation>
    </message>
    <message>
        <source>At least one file went to Agora's backup first. It is delayed, not lost.</source>
        <translation>Mindestens eine Datei ging zuerst in Agoras Backup. Sie ist verspätet, nicht verloren.</translation>
    </message>
    <message>
        <source>Audio bitrate</source>
        <translation>Audio-Bitrate</translation>
    </message>
    <message>
        <source>Audio channels</source>
        <translation>Audiokanäle</translation>
    </message>
    <message>
        <source>Background UID</source>
        <translation>UID des Hintergrunds</translation>
    </message>
    <message>
        <source>Background image</source>
        <translation>Hintergrundbild</translation>
    </message>
    <message>
        <source>Background of a person</source>
        <translation>Hintergrund einer Person</translation>
    </message>
    <message>
        <source>Background rendering</source>
        <translation>Darstellung des Hintergrunds</translation>
    </message>
    <message>
        <source>At that time: {0}</source>
        <translation>Zu dieser Zeit: {0}</translation>
    </message>
    <message>
        <source>Being asked now.</source>
        <translation>Wird gerade gefragt.</translation>
    </message>
    <message>
        <source>Bitrate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Bitrate: {0} Kbps is little for {1}; Agora's table has {2}.</source>
        <translation>Bitrate: {0} Kbps sind wenig für {1}; Agoras Tabelle hat {2}.</translation>
    </message>
    <message>
        <source>Bitrate: {0} Kbps is much for {1}; Agora's table has {2}.</source>
        <translation>Bitrate: {0} Kbps sind viel für {1}; Agoras Tabelle hat {2}.</translation>
    </message>
    <message>
        <source>Bucket</source>
        <translation>Bucket</translation>
    </message>
    <message>
        <source>Bucket: {0} has blanks around the name.</source>
        <translation>Bucket: {0} hat Leerzeichen um den Namen.</translation>
    </message>
    <message>
        <source>Bucket: {0} is more than a name; address and folder do not belong here.</source>
        <translation>Bucket: {0} ist mehr als ein Name; Adresse und Ordner gehören nicht hierher.</translation>
    </message>
    <message>
        <source>Bucket: {0} looks like a sample; use your own.</source>
        <translation>Bucket: {0} sieht nach einem Beispiel aus; nehmen Sie Ihren eigenen.</translation>
    </message>
    <message>
        <source>Bucket: {0}. {1}</source>
        <translation>Bucket: {0}. {1}</translation>
    </message>
    <message>
        <source>By its longest time it ends in {0}.</source>
        <translation>Nach ihrer längsten Zeit endet sie in {0}.</translation>
    </message>
    <message>
        <source>By its longest time it should have ended {0} ago; Agora did not say so.</source>
        <translation>Nach ihrer längsten Zeit hätte sie vor {0} enden sollen; Agora hat das nicht gesagt.</translation>
    </message>
    <message>
        <source>CLOSED, NOT PROVEN</source>
        <translation>GESCHLOSSEN, NICHT BEWIESEN</translation>
    </message>
    <message>
        <source>COULD NOT LOOK</source>
        <translation>NICHT PRÜFBAR</translation>
    </message>
    <message>
        <source>Case closed: the operator says, “I have made sure that it is over.”</source>
        <translation>Fall geschlossen: Die Bedienung sagt: „Ich habe mich vergewissert, dass sie beendet ist.“</translation>
    </message>
    <message>
        <source>Change that plan, or use another UID.</source>
        <translation>Ändern Sie diesen Plan, oder nehmen Sie eine andere UID.</translation>
    </message>
    <message>
        <source>Channel name</source>
        <translation>Kanalname</translation>
    </message>
    <message>
        <source>Channel name refused</source>
        <translation>Kanalname abgelehnt</translation>
    </message>
    <message>
        <source>Channel salt</source>
        <translation>Kanal-Salt</translation>
    </message>
    <message>
        <source>Channel secret</source>
        <translation>Kanal-Secret</translation>
    </message>
    <message>
        <source>Channel type</source>
        <translation>Kanaltyp</translation>
    </message>
    <message>
        <source>Check bucket, region and both keys.</source>
        <translation>Prüfen Sie Bucket, Region und beide Schlüssel.</translation>
    </message>
    <message>
        <source>Check customer ID and customer secret; both come from Agora's console.</source>
        <translation>Prüfen Sie Kunden-ID und Kunden-Secret; beide stehen in Agoras Konsole.</translation>
    </message>
    <message>
        <source>Check storage keys and region, token and channel type if it stays.</source>
        <translation>Prüfen Sie Speicherschlüssel und Region, Token und Kanaltyp, wenn es bleibt.</translation>
    </message>
    <message>
        <source>Check that the storage can be written to.</source>
        <translation>Prüfen Sie, ob in den Speicher geschrieben werden kann.</translation>
    </message>
    <message>
        <source>Check that this is the right file.</source>
        <translation>Prüfen Sie, ob dies die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Check the API address of the project.</source>
        <translation>Prüfen Sie die API-Adresse des Projekts.</translation>
    </message>
    <message>
        <source>Check the API address; a proxy may change requests. Else report it as a fault here.</source>
        <translation>Prüfen Sie die API-Adresse; ein Proxy kann Anfragen ändern. Sonst melden Sie es als Fehler hier.</translation>
    </message>
    <message>
        <source>Check the API address; wait 90 s before you judge.</source>
        <translation>Prüfen Sie die API-Adresse; warten Sie 90 s, bevor Sie urteilen.</translation>
    </message>
    <message>
        <source>Check the App ID; enable cloud recording in Agora's console.</source>
        <translation>Prüfen Sie die App ID; schalten Sie Cloud Recording in Agoras Konsole ein.</translation>
    </message>
    <message>
        <source>Check the channel name, the channel type, the lists, and whether anybody was on air.</source>
        <translation>Prüfen Sie Kanalname, Kanaltyp, Listen, und ob jemand auf Sendung war.</translation>
    </message>
    <message>
        <source>Check the network; a recording may be running.</source>
        <translation>Prüfen Sie das Netz; eine Aufnahme kann laufen.</translation>
    </message>
    <message>
        <source>Check whether another program polls with the same App ID.</source>
        <translation>Prüfen Sie, ob ein anderes Programm mit derselben App ID fragt.</translation>
    </message>
    <message>
        <source>Checked here: nothing that Agora refuses.{0}</source>
        <translation>Hier geprüft: nichts, was Agora ablehnt.{0}</translation>
    </message>
    <message>
        <source>Choose Generate, which makes one for each, or use a token for any UID.</source>
        <translation>Wählen Sie Erzeugen, das für jeden eines macht, oder nehmen Sie ein Token für jede UID.</translation>
    </message>
    <message>
        <source>Choose a config (.json, .agora-config), a ticket (.agora-ticket) or a cURL line.</source>
        <translation>Wählen Sie eine Konfiguration (.json, .agora-config), ein Ticket (.agora-ticket) oder eine cURL-Zeile.</translation>
    </message>
    <message>
        <source>Choose a time that is to come.</source>
        <translation>Wählen Sie einen Zeitpunkt, der noch kommt.</translation>
    </message>
    <message>
        <source>Choose an earlier time.</source>
        <translation>Wählen Sie einen früheren Zeitpunkt.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Choose the project with the App ID of the ticket.</source>
        <translation>Wählen Sie das Projekt mit der App ID des Tickets.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Cloud Recording enabled</source>
        <translation>Cloud Recording freigeschaltet</translation>
    </message>
    <message>
        <source>Cloud recording is probably not enabled for this project.</source>
        <translation>Cloud Recording ist für dieses Projekt vermutlich nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Compare what was typed with the session in the list.</source>
        <translation>Vergleichen Sie das Getippte mit der Aufnahme in der Liste.</translation>
    </message>
    <message>
        <source>Confirm within {0}.</source>
        <translation>Innerhalb von {0} zu bestätigen.</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Content type, address, verb or JSON of the request is wrong.</source>
        <translation>Content-Type, Adresse, Methode oder JSON der Anfrage ist falsch.</translation>
    </message>
    <message>
        <source>Control it for {0} h</source>
        <translation>{0} h lang steuern</translation>
    </message>
    <message>
        <source>Control window</source>
        <translation>Steuerfenster</translation>
    </message>
    <message>
        <source>Control window ends soon</source>
        <translation>Steuerfenster endet bald</translation>
    </message>
    <message>
        <source>Control window: {0} h is shorter than the {1} planned; after it nothing can be asked or stopped.</source>
        <translation>Steuerfenster: {0} h sind kürzer als die geplanten {1}; danach kann nichts abgefragt oder gestoppt werden.</translation>
    </message>
    <message>
        <source>Copy the id again as a whole, or start anew.</source>
        <translation>Kopieren Sie die Kennung noch einmal ganz, oder beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Counts as ended in {0} if it stays away.</source>
        <translation>Gilt in {0} als beendet, wenn sie wegbleibt.</translation>
    </message>
    <message>
        <source>Counts as not started in {0}.</source>
        <translation>Gilt in {0} als nicht gestartet.</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>Credentials missing</source>
        <translation>Zugangsdaten fehlen</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>Zugangsdaten abgelehnt</translation>
    </message>
    <message>
        <source>Customer ID and secret are wrong, or belong to another account than the App ID.</source>
        <translation>Kunden-ID und Secret sind falsch oder gehören zu einem anderen Konto als die App ID.</translation>
    </message>
    <message>
        <source>Customer IDs are 32 characters, 0…9 and a…f, as far as is known; this one is not.</source>
        <translation>Kunden-IDs haben, soweit bekannt, 32 Zeichen, 0…9 und a…f; diese nicht.</translation>
    </message>
    <message>
        <source>Demo keys, for this run only</source>
        <translation>Demo-Schlüssel, nur für diesen Lauf</translation>
    </message>
    <message>
        <source>ENDED</source>
        <translation>BEENDET</translation>
    </message>
    <message>
        <source>Enable cloud recording for the project in Agora's console.</source>
        <translation>Schalten Sie Cloud Recording für das Projekt in Agoras Konsole ein.</translation>
    </message>
    <message>
        <source>Enable cloud recording in Agora's console.</source>
        <translation>Schalten Sie Cloud Recording in Agoras Konsole ein.</translation>
    </message>
    <message>
        <source>Ended by itself</source>
        <translation>Von selbst beendet</translation>
    </message>
    <message>
        <source>Ending, or out of sight</source>
        <translation>Endet, oder außer Sicht</translation>
    </message>
    <message>
        <source>Endpoint is missing; an {0} (vendor {1}) needs its host name.</source>
        <translation>Endpoint fehlt; {0} (Anbieter {1}) braucht seinen Hostnamen.</translation>
    </message>
    <message>
        <source>Endpoint: {0} has a scheme; Agora's sample is a bare host name.</source>
        <translation>Endpoint: {0} hat ein Schema; Agoras Beispiel ist ein bloßer Hostname.</translation>
    </message>
    <message>
        <source>Enter customer ID and customer secret of the project.</source>
        <translation>Geben Sie Kunden-ID und Kunden-Secret des Projekts ein.</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>FEHLGESCHLAGEN</translation>
    </message>
    <message>
        <source>FILES INCOMPLETE</source>
        <translation>DATEIEN UNVOLLSTÄNDIG</translation>
    </message>
    <message>
        <source>FILES LISTED</source>
        <translation>DATEIEN GELISTET</translation>
    </message>
    <message>
        <source>Fault at Agora</source>
        <translation>Fehler bei Agora</translation>
    </message>
    <message>
        <source>File operation failed</source>
        <translation>Dateivorgang gescheitert</translation>
    </message>
    <message>
        <source>Folder: {0} characters with slashes are above Agora's {1}.</source>
        <translation>Ordner: {0} Zeichen mit Schrägstrichen sind mehr als Agoras {1}.</translation>
    </message>
    <message>
        <source>Folder: {0} is not allowed; a level has Latin letters and digits only.</source>
        <translation>Ordner: {0} ist nicht erlaubt; eine Ebene hat nur lateinische Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>GO</source>
        <translation>GO</translation>
    </message>
    <message>
        <source>Give Agora's support the sid.</source>
        <translation>Geben Sie Agoras Support die sid.</translation>
    </message>
    <message>
        <source>Give each line a UID of its own.</source>
        <translation>Geben Sie jeder Zeile eine eigene UID.</translation>
    </message>
    <message>
        <source>HTTP {0}{1}</source>
        <translation>HTTP {0}{1}</translation>
    </message>
    <message>
        <source>IN AGORA BACKUP</source>
        <translation>IN AGORAS BACKUP</translation>
    </message>
    <message>
        <source>Ids do not belong together</source>
        <translation>Kennungen gehören nicht zusammen</translation>
    </message>
    <message>
        <source>If it lasts, give Agora's support the request id.</source>
        <translation>Wenn es anhält, geben Sie Agoras Support die Request-ID.</translation>
    </message>
    <message>
        <source>If it stays, enable cloud recording for the project in Agora's console.</source>
        <translation>Wenn es bleibt, schalten Sie Cloud Recording für das Projekt in Agoras Konsole ein.</translation>
    </message>
    <message>
        <source>If the App ID has a certificate, keep it in the project.</source>
        <translation>Hat die App ID ein Zertifikat, hinterlegen Sie es im Projekt.</translation>
    </message>
    <message>
        <source>Image without video</source>
        <translation>Bild ohne Video</translation>
    </message>
    <message>
        <source>Images of people</source>
        <translation>Bilder von Personen</translation>
    </message>
    <message>
        <source>In Agora backup</source>
        <translation>In Agoras Backup</translation>
    </message>
    <message>
        <source>In progress: the first file is stored.</source>
        <translation>Läuft: Die erste Datei ist gespeichert.</translation>
    </message>
    <message>
        <source>In the body of the cURL line: {0}</source>
        <translation>Im Rumpf der cURL-Zeile: {0}</translation>
    </message>
    <message>
        <source>In the channel, nothing stored yet. Nobody publishes, the channel type or the encryption is wrong, or the storage refuses.</source>
        <translation>Im Kanal, noch nichts gespeichert. Niemand sendet, Kanaltyp oder Verschlüsselung ist falsch, oder der Speicher lehnt ab.</translation>
    </message>
    <message>
        <source>In the channel, nothing stored yet: nobody publishes, the channel type or the encryption is wrong, or the storage refuses.</source>
        <translation>Im Kanal, noch nichts gespeichert: Niemand sendet, Kanaltyp oder Verschlüsselung ist falsch, oder der Speicher lehnt ab.</translation>
    </message>
    <message>
        <source>In the list, {0} UID {1}.</source>
        <translation>In der Liste: {0} UID {1}.</translation>
    </message>
    <message>
        <source>In the list, {0} is no UID; everybody is written {1}.</source>
        <translation>In der Liste ist {0} keine UID; alle schreibt man {1}.</translation>
    </message>
    <message>
        <source>Install and start GNOME Keyring (package gnome-keyring), KWallet or KeePassXC, or keep the secrets for this run only.</source>
        <translation>Installieren und starten Sie GNOME Keyring (Paket gnome-keyring), KWallet oder KeePassXC, oder behalten Sie die Geheimnisse nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Interrupted before start was sent: nothing was started.</source>
        <translation>Unterbrochen, bevor start gesendet war: Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>Invalid authentication credentials</source>
        <translation>Invalid authentication credentials</translation>
    </message>
    <message>
        <source>It asks after 5 s, then at growing intervals, for up to 90 s.</source>
        <translation>Sie fragt nach 5 s, dann in wachsenden Abständen, bis zu 90 s lang.</translation>
    </message>
    <message>
        <source>It asks again after 1, 3 and 6 s.</source>
        <translation>Sie fragt nach 1, 3 und 6 s wieder.</translation>
    </message>
    <message>
        <source>It asks again after 5, 10, 15 and 30 s, and does not call it ended before 90 s.</source>
        <translation>Sie fragt nach 5, 10, 15 und 30 s wieder und nennt sie nicht vor 90 s beendet.</translation>
    </message>
    <message>
        <source>It asks again after 5, 10, 15 and 30 s.</source>
        <translation>Sie fragt nach 5, 10, 15 und 30 s wieder.</translation>
    </message>
    <message>
        <source>It asks again until 90 s have passed.</source>
        <translation>Sie fragt wieder, bis 90 s vergangen sind.</translation>
    </message>
    <message>
        <source>It asks again, and counts what was requested as possibly done.</source>
        <translation>Sie fragt wieder und zählt, was verlangt wurde, als vielleicht getan.</translation>
    </message>
    <message>
        <source>It asks and repeats the stop, and does not call it ended before 90 s.</source>
        <translation>Sie fragt und wiederholt den Stopp und nennt sie nicht vor 90 s beendet.</translation>
    </message>
    <message>
        <source>It asks for the state and repeats the stop after 3, 6, 9, 15 and 30 s, until the end is proven.</source>
        <translation>Sie fragt nach dem Zustand und wiederholt den Stopp nach 3, 6, 9, 15 und 30 s, bis das Ende bewiesen ist.</translation>
    </message>
    <message>
        <source>It asks until the end is proven, and keeps the files that are named.</source>
        <translation>Sie fragt, bis das Ende bewiesen ist, und behält die genannten Dateien.</translation>
    </message>
    <message>
        <source>It asks until the end is proven, then closes the session.</source>
        <translation>Sie fragt, bis das Ende bewiesen ist, und schließt dann die Sitzung.</translation>
    </message>
    <message>
        <source>It can be read and is not in the list of the folder.</source>
        <translation>Es ist lesbar und steht nicht in der Liste des Ordners.</translation>
    </message>
    <message>
        <source>It closes the session as NOTHING RECORDED.</source>
        <translation>Sie schließt die Sitzung als NICHTS AUFGENOMMEN.</translation>
    </message>
    <message>
        <source>It closes the session with what is known of the files.</source>
        <translation>Sie schließt die Sitzung mit dem, was von den Dateien bekannt ist.</translation>
    </message>
    <message>
        <source>It could not be asked: {0}</source>
        <translation>Es konnte nicht gefragt werden: {0}</translation>
    </message>
    <message>
        <source>It could not be read back. {0}</source>
        <translation>Es ließ sich nicht zurücklesen. {0}</translation>
    </message>
    <message>
        <source>It could not be written down. Nothing was sent.</source>
        <translation>Es konnte nicht aufgeschrieben werden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>It counts as ended in {0} if Agora does not find it again.</source>
        <translation>Sie gilt in {0} als beendet, wenn Agora sie nicht wiederfindet.</translation>
    </message>
    <message>
        <source>It does not insist.</source>
        <translation>Sie besteht nicht darauf.</translation>
    </message>
    <message>
        <source>It does not repeat the request.</source>
        <translation>Sie wiederholt die Anfrage nicht.</translation>
    </message>
    <message>
        <source>It does not repeat this request; what may be running is asked again later.</source>
        <translation>Sie wiederholt diese Anfrage nicht; was vielleicht läuft, wird später wieder gefragt.</translation>
    </message>
    <message>
        <source>It does not start a second one. After a start without an answer it counts that one as running.</source>
        <translation>Sie startet keine zweite. Nach einem Start ohne Antwort zählt sie diese als laufend.</translation>
    </message>
    <message>
        <source>It does not start again. It goes on with the sid; without one it counts the recording as running and says what ends it.</source>
        <translation>Sie startet nicht noch einmal. Mit der sid macht sie weiter; ohne sie gilt die Aufnahme als laufend, und es wird gesagt, was sie beendet.</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Sie macht weiter.</translation>
    </message>
    <message>
        <source>It has no Exec line.</source>
        <translation>Sie hat keine Exec-Zeile.</translation>
    </message>
    <message>
        <source>It is back, after it had counted as over.</source>
        <translation>Sie ist wieder da, nachdem sie als beendet galt.</translation>
    </message>
    <message>
        <source>It is nested more than {0} levels deep; a config has seven.</source>
        <translation>Es ist mehr als {0} Ebenen tief verschachtelt; eine Konfiguration hat sieben.</translation>
    </message>
    <message>
        <source>It is no property list.</source>
        <translation>Es ist keine Property List.</translation>
    </message>
    <message>
        <source>It is not started again after a loss.</source>
        <translation>Nach einem Verlust wird sie nicht neu gestartet.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Sie ist beendet.</translation>
    </message>
    <message>
        <source>It is planned for another time.</source>
        <translation>Er ist für einen anderen Zeitpunkt geplant.</translation>
    </message>
    <message>
        <source>It is stopped in {0}.</source>
        <translation>Sie wird in {0} gestoppt.</translation>
    </message>
    <message>
        <source>It is stopped then.</source>
        <translation>Dann wird sie gestoppt.</translation>
    </message>
    <message>
        <source>It is {0} now. {1}</source>
        <translation>Jetzt: {0}. {1}</translation>
    </message>
    <message>
        <source>It keeps the former layout.</source>
        <translation>Sie behält das frühere Layout.</translation>
    </message>
    <message>
        <source>It keeps the raw answer, does not count it as success, and sends the same again.</source>
        <translation>Sie behält die rohe Antwort, zählt sie nicht als Erfolg und sendet dasselbe noch einmal.</translation>
    </message>
    <message>
        <source>It makes a new one from the App certificate of the project; without one nothing is started again.</source>
        <translation>Er erzeugt ein neues aus dem App-Zertifikat des Projekts; ohne dieses wird nichts neu gestartet.</translation>
    </message>
    <message>
        <source>It may still record.</source>
        <translation>Sie kann noch aufnehmen.</translation>
    </message>
    <message>
        <source>It names no program.</source>
        <translation>Sie nennt kein Programm.</translation>
    </message>
    <message>
        <source>It only shows the number.</source>
        <translation>Sie zeigt nur die Zahl.</translation>
    </message>
    <message>
        <source>It records: Agora has confirmed that.</source>
        <translation>Sie nimmt auf: Agora hat das bestätigt.</translation>
    </message>
    <message>
        <source>It records: confirmed {0} after the start.</source>
        <translation>Sie nimmt auf: bestätigt {0} nach dem Start.</translation>
    </message>
    <message>
        <source>It repeats acquire after 1, 3 and 6 s.</source>
        <translation>Sie wiederholt acquire nach 1, 3 und 6 s.</translation>
    </message>
    <message>
        <source>It repeats the change after 3 and 6 s.</source>
        <translation>Sie wiederholt die Änderung nach 3 und 6 s.</translation>
    </message>
    <message>
        <source>It sends nothing more.</source>
        <translation>Sie sendet nichts mehr.</translation>
    </message>
    <message>
        <source>It sends the same again after a while.</source>
        <translation>Sie sendet nach einer Weile dasselbe noch einmal.</translation>
    </message>
    <message>
        <source>It sends the same start again after {waits} s, then every 15 s until it is known what became of it, and takes no other resource id meanwhile.</source>
        <translation>Sie sendet denselben Start nach {waits} s noch einmal, dann alle 15 s, bis bekannt ist, was daraus wurde, und nimmt so lange keine andere Resource-ID.</translation>
    </message>
    <message>
        <source>It should have been stopped {0} ago.</source>
        <translation>Sie hätte vor {0} gestoppt werden sollen.</translation>
    </message>
    <message>
        <source>It shows UPLOADING and lists what is known.</source>
        <translation>Sie zeigt LÄDT HOCH und listet, was bekannt ist.</translation>
    </message>
    <message>
        <source>It slows down and repeats the request later.</source>
        <translation>Sie wird langsamer und wiederholt die Anfrage später.</translation>
    </message>
    <message>
        <source>It still records after its stop: stopped once more.</source>
        <translation>Sie nimmt nach ihrem Stopp noch auf: noch einmal gestoppt.</translation>
    </message>
    <message>
        <source>It takes another resource id, three at most, unless an earlier start is still open.</source>
        <translation>Sie nimmt eine andere Resource-ID, höchstens drei, außer ein früherer Start ist noch offen.</translation>
    </message>
    <message>
        <source>It waits and repeats what is safe to repeat; the state counts as unknown meanwhile.</source>
        <translation>Sie wartet und wiederholt, was gefahrlos zu wiederholen ist; der Zustand gilt so lange als unbekannt.</translation>
    </message>
    <message>
        <source>It waits for the end.</source>
        <translation>Sie wartet auf das Ende.</translation>
    </message>
    <message>
        <source>Its control window ended {0} ago: nobody could stop it any more, even with its sid.</source>
        <translation>Ihr Steuerfenster endete vor {0}: Niemand konnte sie mehr stoppen, auch nicht mit ihrer sid.</translation>
    </message>
    <message>
        <source>Its time has come.</source>
        <translation>Seine Zeit ist gekommen.</translation>
    </message>
    <message>
        <source>Its time was {0} ago: the machine slept, or no console ran. After more than {1} minutes nothing is started without a person. Nothing was sent.</source>
        <translation>Seine Zeit war vor {0}: Der Rechner schlief, oder es lief keine Konsole. Nach mehr als {1} Minuten wird ohne eine Person nichts gestartet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Journal saved</source>
        <translation>Journal gespeichert</translation>
    </message>
    <message>
        <source>Keep away from</source>
        <translation>Fernhalten von</translation>
    </message>
    <message>
        <source>Keep each once</source>
        <translation>Jede einmal behalten</translation>
    </message>
    <message>
        <source>Keep it once</source>
        <translation>Einmal behalten</translation>
    </message>
    <message>
        <source>Keep {0}</source>
        <translation>{0} behalten</translation>
    </message>
    <message>
        <source>Kind of work</source>
        <translation>Art der Arbeit</translation>
    </message>
    <message>
        <source>Large UID</source>
        <translation>Große UID</translation>
    </message>
    <message>
        <source>Large UID is the recorder itself, which sends nothing.</source>
        <translation>Große UID ist der Recorder selbst, der nichts sendet.</translation>
    </message>
    <message>
        <source>Large UID is used by the vertical layout (2) only; this one is {0}.</source>
        <translation>Große UID gilt nur im vertikalen Layout (2); dieses ist {0}.</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Layout refused</source>
        <translation>Layout abgelehnt</translation>
    </message>
    <message>
        <source>Leave the region to the next who joins</source>
        <translation>Region der nächsten Person überlassen</translation>
    </message>
    <message>
        <source>Leave when idle</source>
        <translation>Bei Leerlauf gehen</translation>
    </message>
    <message>
        <source>Leave when idle is not set; Agora leaves after 30 s without anybody. {0} is usual.</source>
        <translation>Bei Leerlauf gehen ist nicht gesetzt; Agora geht nach 30 s ohne Personen. {0} ist üblich.</translation>
    </message>
    <message>
        <source>Leave when idle: {0} s is shorter than the {1} s between two questions; it may end unnoticed.</source>
        <translation>Bei Leerlauf gehen: {0} s sind kürzer als die {1} s zwischen zwei Fragen; das Ende kann unbemerkt bleiben.</translation>
    </message>
    <message>
        <source>Length of an MP4</source>
        <translation>Länge einer MP4</translation>
    </message>
    <message>
        <source>Let the console make one at the start.</source>
        <translation>Lassen Sie die Konsole beim Start eines erzeugen.</translation>
    </message>
    <message>
        <source>Let the system set the clock by the network.</source>
        <translation>Lassen Sie das System die Uhr über das Netz stellen.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Listed {0}: {1} objects. The key may look.</source>
        <translation>{0} gelistet: {1} Objekte. Der Schlüssel darf nachsehen.</translation>
    </message>
    <message>
        <source>Locked: no stop, no layout and no other change can be ordered.</source>
        <translation>Gesperrt: Kein Stopp, kein Layout und keine andere Änderung kann angeordnet werden.</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>Längste Aufnahme</translation>
    </message>
    <message>
        <source>Longest recording: {0} h is shorter than the {1} planned.</source>
        <translation>Längste Aufnahme: {0} h sind kürzer als die geplanten {1}.</translation>
    </message>
    <message>
        <source>Look at the files; to go on, start again with another UID.</source>
        <translation>Sehen Sie die Dateien an; um weiterzumachen, starten Sie mit einer anderen UID neu.</translation>
    </message>
    <message>
        <source>Look into the storage in a few minutes.</source>
        <translation>Sehen Sie in einigen Minuten in den Speicher.</translation>
    </message>
    <message>
        <source>Look into the storage.</source>
        <translation>Sehen Sie in den Speicher.</translation>
    </message>
    <message>
        <source>Lost, and started again with UID {0}.</source>
        <translation>Verloren und mit UID {0} neu gestartet.</translation>
    </message>
    <message>
        <source>Lost. Agora is asked once more before it is started again.</source>
        <translation>Verloren. Agora wird vor dem Neustart noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Lost. It is started again in {0}, with another UID.</source>
        <translation>Verloren. Wird in {0} neu gestartet, mit anderer UID.</translation>
    </message>
    <message>
        <source>Lost. It is started again now.</source>
        <translation>Verloren. Wird jetzt neu gestartet.</translation>
    </message>
    <message>
        <source>MP4 was ordered, and there is no MP4 in the bucket.</source>
        <translation>MP4 war bestellt, und im Bucket ist kein MP4.</translation>
    </message>
    <message>
        <source>Made from the certificate and read back</source>
        <translation>Aus dem Zertifikat erzeugt und zurückgelesen</translation>
    </message>
    <message>
        <source>Make a new token and start a new recording.</source>
        <translation>Erzeugen Sie ein neues Token und starten Sie eine neue Aufnahme.</translation>
    </message>
    <message>
        <source>Make a token for this channel and recorder UID.</source>
        <translation>Erzeugen Sie ein Token für diesen Kanal und diese Recorder-UID.</translation>
    </message>
    <message>
        <source>Make one first.</source>
        <translation>Legen Sie zuerst eines an.</translation>
    </message>
    <message>
        <source>Make one for this channel and UID that lasts longer; it cannot be renewed on air.</source>
        <translation>Erzeugen Sie eines für diesen Kanal und diese UID, das länger gilt; auf Sendung lässt es sich nicht erneuern.</translation>
    </message>
    <message>
        <source>Make the keyring of your system available, or keep the secrets for this run only.</source>
        <translation>Machen Sie den Schlüsselbund Ihres Systems verfügbar, oder behalten Sie die Geheimnisse nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>Make the token for this channel and for the recorder UID.</source>
        <translation>Erzeugen Sie das Token für diesen Kanal und die Recorder-UID.</translation>
    </message>
    <message>
        <source>Mend the field that the reason names.</source>
        <translation>Berichtigen Sie das Feld, das der Grund nennt.</translation>
    </message>
    <message>
        <source>Mend the layout; a custom one needs regions inside the canvas.</source>
        <translation>Berichtigen Sie das Layout; ein freies braucht Regionen innerhalb der Bildfläche.</translation>
    </message>
    <message>
        <source>Mend these first.</source>
        <translation>Beheben Sie zuerst diese.</translation>
    </message>
    <message>
        <source>Mixed sound</source>
        <translation>Gemischter Ton</translation>
    </message>
    <message>
        <source>More than 10 requests a second came from this App ID, from whatever program.</source>
        <translation>Mehr als 10 Anfragen pro Sekunde kamen von dieser App ID, aus welchem Programm auch immer.</translation>
    </message>
    <message>
        <source>More than five minutes have passed since acquire.</source>
        <translation>Seit acquire sind mehr als fünf Minuten vergangen.</translation>
    </message>
    <message>
        <source>Move it to {0}</source>
        <translation>Nach {0} verschieben</translation>
    </message>
    <message>
        <source>NO GO</source>
        <translation>NO GO</translation>
    </message>
    <message>
        <source>NOT ASKED</source>
        <translation>NICHT GEFRAGT</translation>
    </message>
    <message>
        <source>NOT NEEDED</source>
        <translation>NICHT NÖTIG</translation>
    </message>
    <message>
        <source>NOT READY</source>
        <translation>NICHT BEREIT</translation>
    </message>
    <message>
        <source>NOTHING RECORDED</source>
        <translation>NICHTS AUFGENOMMEN</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>No capacity</source>
        <translation>Keine Kapazität</translation>
    </message>
    <message>
        <source>No connection to {0} in time.</source>
        <translation>Keine rechtzeitige Verbindung zu {0}.</translation>
    </message>
    <message>
        <source>No connection to {0}: {1}.</source>
        <translation>Keine Verbindung zu {0}: {1}.</translation>
    </message>
    <message>
        <source>No keyring was found on this machine.</source>
        <translation>Auf diesem Rechner wurde kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>No playlist names {0}{1}.</source>
        <translation>Keine Playlist nennt {0}{1}.</translation>
    </message>
    <message>
        <source>No resource in time</source>
        <translation>Nicht rechtzeitig eine Ressource</translation>
    </message>
    <message>
        <source>No status 4 or 5 within 90 s of the {0}. It counts as not started; it is still asked and can be stopped.</source>
        <translation>Kein Status 4 oder 5 innerhalb von 90 s nach {0}. Sie gilt als nicht gestartet; sie wird weiter gefragt und kann gestoppt werden.</translation>
    </message>
    <message>
        <source>No such address</source>
        <translation>Keine solche Adresse</translation>
    </message>
    <message>
        <source>No token is sent, and the project has an App certificate: nobody gets into a channel without one.</source>
        <translation>Es wird kein Token gesendet, und das Projekt hat ein App-Zertifikat: Ohne Token kommt niemand in einen Kanal.</translation>
    </message>
    <message>
        <source>No token is sent. A recording without one was confirmed by Agora {0} ago.</source>
        <translation>Es wird kein Token gesendet. Eine Aufnahme ohne Token hat Agora vor {0} bestätigt.</translation>
    </message>
    <message>
        <source>No token is sent. That is right where the App ID has no certificate; Agora says so only once the recorder joins.</source>
        <translation>Es wird kein Token gesendet. Das ist richtig, wenn die App ID kein Zertifikat hat; Agora sagt das erst, wenn der Recorder beitritt.</translation>
    </message>
    <message>
        <source>Nobody could look. {0}</source>
        <translation>Niemand konnte nachsehen. {0}</translation>
    </message>
    <message>
        <source>Nobody in the channel for {0} s, stopped from elsewhere, or its UID was taken by somebody else.</source>
        <translation>{0} s lang niemand im Kanal, anderswo gestoppt, oder jemand anders hat ihre UID genommen.</translation>
    </message>
    <message>
        <source>Nobody was publishing while the recorder was in the channel, so there is no file.</source>
        <translation>Niemand hat gesendet, solange der Recorder im Kanal war, also gibt es keine Datei.</translation>
    </message>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Not completed in time</source>
        <translation>Nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>Not confirmed in time</source>
        <translation>Nicht rechtzeitig bestätigt</translation>
    </message>
    <message>
        <source>Not confirmed within 90 s.</source>
        <translation>Nicht innerhalb von 90 s bestätigt.</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not in the channel yet</source>
        <translation>Noch nicht im Kanal</translation>
    </message>
    <message>
        <source>Not started again: {0}</source>
        <translation>Nicht neu gestartet: {0}</translation>
    </message>
    <message>
        <source>Note both until the journal can be written; after a crash, nothing else stops this recording.</source>
        <translation>Notieren Sie beide, bis das Journal geschrieben werden kann; nach einem Absturz stoppt nichts anderes diese Aufnahme.</translation>
    </message>
    <message>
        <source>Nothing could be written to {0}. {1}</source>
        <translation>Nach {0} ließ sich nichts schreiben. {1}</translation>
    </message>
    <message>
        <source>Nothing is started without a person. Nothing was sent.</source>
        <translation>Ohne einen Menschen wird nichts gestartet. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing recorded</source>
        <translation>Nichts aufgenommen</translation>
    </message>
    <message>
        <source>Nothing says what is recorded: recordingConfig is missing, with the channel type.</source>
        <translation>Nichts sagt, was aufgenommen wird: recordingConfig mit dem Kanaltyp fehlt.</translation>
    </message>
    <message>
        <source>Nothing stored yet</source>
        <translation>Noch nichts gespeichert</translation>
    </message>
    <message>
        <source>Nothing to do if the sid is known; else look for it where start was sent first.</source>
        <translation>Nichts zu tun, wenn die sid bekannt ist; sonst suchen Sie sie dort, wo start zuerst gesendet wurde.</translation>
    </message>
    <message>
        <source>Nothing to do.</source>
        <translation>Nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing was asked.</source>
        <translation>Nichts wurde gefragt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>Nothing was started yet.</source>
        <translation>Noch wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>Nothing was stopped.</source>
        <translation>Nichts wurde gestoppt.</translation>
    </message>
    <message>
        <source>Object tag is empty.</source>
        <translation>Objekt-Tag ist leer.</translation>
    </message>
    <message>
        <source>Of width, height, fps and bitrate some are not set; Agora takes {0}, older servers refuse.</source>
        <translation>Von Breite, Höhe, fps und Bitrate sind einige nicht gesetzt; Agora nimmt {0}, ältere Server lehnen ab.</translation>
    </message>
    <message>
        <source>Older servers say with this that cloud recording is not enabled for the App ID.</source>
        <translation>Ältere Server sagen damit, dass Cloud Recording für die App ID nicht eingeschaltet ist.</translation>
    </message>
    <message>
        <source>On error is not set; {0} wants {1}.</source>
        <translation>Bei Fehler ist nicht gesetzt; {0} will {1}.</translation>
    </message>
    <message>
        <source>On error: {0} takes {1} only.</source>
        <translation>Bei Fehler: {0} nimmt nur {1}.</translation>
    </message>
    <message>
        <source>On hold: the page is shown, and nothing of it is stored until it goes on.</source>
        <translation>Angehalten: Die Seite wird gezeigt, und nichts davon wird gespeichert, bis es weitergeht.</translation>
    </message>
    <message>
        <source>Only an installed program can start with the system; this one runs from its sources.</source>
        <translation>Nur ein installiertes Programm kann mit dem System starten; dieses läuft aus seinem Quelltext.</translation>
    </message>
    <message>
        <source>Only recordings into {0} take temporary credentials.</source>
        <translation>Nur Aufnahmen nach {0} nehmen befristete Zugangsdaten an.</translation>
    </message>
    <message>
        <source>Open the keyring's own program, unlock or create its default keyring, and try again, {0}</source>
        <translation>Öffnen Sie das Programm des Schlüsselbunds, entsperren oder erzeugen Sie den Standard-Schlüsselbund und versuchen Sie es wieder, {0}</translation>
    </message>
    <message>
        <source>Out of sight</source>
        <translation>Außer Sicht</translation>
    </message>
    <message>
        <source>Parameter refused</source>
        <translation>Parameter abgelehnt</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise fertig</translation>
    </message>
    <message>
        <source>Paste the salt that the app uses.</source>
        <translation>Fügen Sie das Salt ein, das die App benutzt.</translation>
    </message>
    <message>
        <source>Plan it again.</source>
        <translation>Planen Sie ihn neu.</translation>
    </message>
    <message>
        <source>Planned stop is near</source>
        <translation>Geplanter Stopp ist nah</translation>
    </message>
    <message>
        <source>Planned to stop: {0}.</source>
        <translation>Stopp geplant: {0}.</translation>
    </message>
    <message>
        <source>Postponed transcoding needs scene 2 at acquire.</source>
        <translation>Verschobene Transkodierung braucht Scene 2 bei acquire.</translation>
    </message>
    <message>
        <source>Preflight {0} before: {1}{2}</source>
        <translation>Preflight {0} vorher: {1}{2}</translation>
    </message>
    <message>
        <source>Private parameters are no JSON object inside a text; Agora leaves them out.</source>
        <translation>Private Parameter sind kein JSON-Objekt in einem Text; Agora lässt sie weg.</translation>
    </message>
    <message>
        <source>Put the config between { and }.</source>
        <translation>Setzen Sie die Konfiguration zwischen { und }.</translation>
    </message>
    <message>
        <source>Put the numbers in quotes</source>
        <translation>Zahlen in Anführungszeichen setzen</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>BEREIT</translation>
    </message>
    <message>
        <source>REC</source>
        <translation>REC</translation>
    </message>
    <message>
        <source>REC !</source>
        <translation>REC !</translation>
    </message>
    <message>
        <source>RUNNING, OUT OF REACH</source>
        <translation>LÄUFT, AUSSER REICHWEITE</translation>
    </message>
    <message>
        <source>Read Agora's reason below.</source>
        <translation>Lesen Sie Agoras Grund unten.</translation>
    </message>
    <message>
        <source>Read back and found in the list of the folder, byte for byte.</source>
        <translation>Zurückgelesen und in der Liste des Ordners gefunden, Byte für Byte.</translation>
    </message>
    <message>
        <source>Read the raw answer; check the API address and the network.</source>
        <translation>Lesen Sie die rohe Antwort; prüfen Sie API-Adresse und Netz.</translation>
    </message>
    <message>
        <source>Reading is not allowed with these keys, as it should be for Agora's; so nobody can look with them whether the files arrived. A separate read key can.</source>
        <translation>Lesen ist mit diesen Schlüsseln nicht erlaubt, wie es für Agoras sein soll; so kann mit ihnen niemand nachsehen, ob die Dateien angekommen sind. Ein getrennter Leseschlüssel kann das.</translation>
    </message>
    <message>
        <source>Ready: the recorder is in the channel, nothing stored yet.</source>
        <translation>Bereit: Der Recorder ist im Kanal, noch ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>Record HLS beside them</source>
        <translation>Auch HLS aufnehmen</translation>
    </message>
    <message>
        <source>Record everybody's picture</source>
        <translation>Bild von allen aufnehmen</translation>
    </message>
    <message>
        <source>Record everybody's {0}</source>
        <translation>{0} von allen aufnehmen</translation>
    </message>
    <message>
        <source>Record in parts of {0} h at most.</source>
        <translation>Nehmen Sie in Teilen von höchstens {0} h auf.</translation>
    </message>
    <message>
        <source>Recorder UID</source>
        <translation>Recorder-UID</translation>
    </message>
    <message>
        <source>Recorder UID (journal)</source>
        <translation>Recorder-UID (Journal)</translation>
    </message>
    <message>
        <source>Recorder UID {0} is already recording {1}.</source>
        <translation>Recorder-UID {0} nimmt schon {1} auf.</translation>
    </message>
    <message>
        <source>Recorder UID {0} is planned for {1} already.</source>
        <translation>Die Recorder-UID {0} ist für {1} schon verplant.</translation>
    </message>
    <message>
        <source>Recorder UID {0} stands twice for {1} in this table.</source>
        <translation>Die Recorder-UID {0} steht in dieser Tabelle zweimal für {1}.</translation>
    </message>
    <message>
        <source>Recording not enabled</source>
        <translation>Aufnehmen nicht eingeschaltet</translation>
    </message>
    <message>
        <source>Recording, with trouble</source>
        <translation>Nimmt auf, mit Störung</translation>
    </message>
    <message>
        <source>Recordings go on and can be stopped. What happens is kept in memory, and written as soon as that is possible: do not close this console before.</source>
        <translation>Aufnahmen laufen weiter und können gestoppt werden. Was geschieht, bleibt im Speicher und wird geschrieben, sobald das geht: Schließen Sie diese Konsole nicht vorher.</translation>
    </message>
    <message>
        <source>Recovering, {0} of {1}.</source>
        <translation>Wird wiederhergestellt, {0} von {1}.</translation>
    </message>
    <message>
        <source>Regions go with the custom layout (3) only; this one is {0}.</source>
        <translation>Regionen gehören nur zum freien Layout (3); dieses ist {0}.</translation>
    </message>
    <message>
        <source>Remove fileNamePrefix</source>
        <translation>fileNamePrefix entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove layoutConfig</source>
        <translation>layoutConfig entfernen</translation>
    </message>
    <message>
        <source>Remove maxResolutionUid</source>
        <translation>maxResolutionUid entfernen</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Entfernen Sie eines davon.</translation>
    </message>
    <message>
        <source>Remove regionAffinity</source>
        <translation>regionAffinity entfernen</translation>
    </message>
    <message>
        <source>Remove stsExpiration</source>
        <translation>stsExpiration entfernen</translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>tag entfernen</translation>
    </message>
    <message>
        <source>Remove the list, record everybody</source>
        <translation>Liste entfernen, alle aufnehmen</translation>
    </message>
    <message>
        <source>Remove the object by hand.</source>
        <translation>Entfernen Sie das Objekt von Hand.</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} entfernen</translation>
    </message>
    <message>
        <source>Removed again.</source>
        <translation>Wieder entfernt.</translation>
    </message>
    <message>
        <source>Rename it to {0}</source>
        <translation>In {0} umbenennen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request budget</source>
        <translation>Anfragebudget</translation>
    </message>
    <message>
        <source>Request malformed</source>
        <translation>Anfrage fehlerhaft</translation>
    </message>
    <message>
        <source>Resource id too old</source>
        <translation>Resource-ID zu alt</translation>
    </message>
    <message>
        <source>Resource id unreadable</source>
        <translation>Resource-ID nicht lesbar</translation>
    </message>
    <message>
        <source>Running, out of reach</source>
        <translation>Läuft, außer Reichweite</translation>
    </message>
    <message>
        <source>SAFE</source>
        <translation>SICHER</translation>
    </message>
    <message>
        <source>START MISSED</source>
        <translation>START VERPASST</translation>
    </message>
    <message>
        <source>STARTED, NOT CONFIRMED</source>
        <translation>GESTARTET, NICHT BESTÄTIGT</translation>
    </message>
    <message>
        <source>STARTING</source>
        <translation>STARTET</translation>
    </message>
    <message>
        <source>STOPPING</source>
        <translation>STOPPT</translation>
    </message>
    <message>
        <source>STS expiry is in milliseconds; Agora wants seconds.</source>
        <translation>STS-Ablauf ist in Millisekunden; Agora will Sekunden.</translation>
    </message>
    <message>
        <source>STS expiry is set, but there is no STS token.</source>
        <translation>STS-Ablauf ist gesetzt, aber es gibt kein STS-Token.</translation>
    </message>
    <message>
        <source>Scene: {0} does not go with {1} mode, which has {2}.</source>
        <translation>Scene: {0} passt nicht zum Modus {1}, der {2} hat.</translation>
    </message>
    <message>
        <source>Secrets are kept in {0}.</source>
        <translation>Geheimnisse werden in {0} behalten.</translation>
    </message>
    <message>
        <source>See whether a proxy, or the sign-in page of a network, answers in Agora's place.</source>
        <translation>Prüfen Sie, ob ein Proxy oder die Anmeldeseite eines Netzes anstelle von Agora antwortet.</translation>
    </message>
    <message>
        <source>Service did not start in time</source>
        <translation>Dienst nicht rechtzeitig gestartet</translation>
    </message>
    <message>
        <source>Set all four</source>
        <translation>Alle vier setzen</translation>
    </message>
    <message>
        <source>Set it to {0}, by the lists</source>
        <translation>Auf {0} setzen, nach den Listen</translation>
    </message>
    <message>
        <source>Set it to {0}, for which the keys speak</source>
        <translation>Auf {0} setzen, wofür die Schlüssel sprechen</translation>
    </message>
    <message>
        <source>Set region to 0</source>
        <translation>Region auf 0 setzen</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>{0} auf {1} setzen</translation>
    </message>
    <message>
        <source>Shorten it if you can.</source>
        <translation>Kürzen Sie ihn, wenn es geht.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>Sid and resource id do not match</source>
        <translation>Sid und Resource-ID passen nicht zusammen</translation>
    </message>
    <message>
        <source>Since then {0} changed.</source>
        <translation>Seither geändert: {0}.</translation>
    </message>
    <message>
        <source>Slow down the other programs of this App ID.</source>
        <translation>Bremsen Sie die anderen Programme dieser App ID.</translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({0}).</source>
        <translation>Etwas Unvorhergesehenes ging schief ({0}).</translation>
    </message>
    <message>
        <source>Start accepted</source>
        <translation>Start angenommen</translation>
    </message>
    <message>
        <source>Start again with another recorder UID.</source>
        <translation>Starten Sie mit einer anderen Recorder-UID neu.</translation>
    </message>
    <message>
        <source>Start failed inside Agora</source>
        <translation>Start in Agora gescheitert</translation>
    </message>
    <message>
        <source>Start sent, waiting for the sid.</source>
        <translation>Start gesendet, die sid steht aus.</translation>
    </message>
    <message>
        <source>Start soon too old to settle</source>
        <translation>Start bald zu alt zum Klären</translation>
    </message>
    <message>
        <source>Start timed out at Agora</source>
        <translation>Zeitüberschreitung beim Start</translation>
    </message>
    <message>
        <source>Started again {0} already, which is the most.</source>
        <translation>{0} neu gestartet, das ist das Höchste.</translation>
    </message>
    <message>
        <source>Starts in {0}.</source>
        <translation>Startet in {0}.</translation>
    </message>
    <message>
        <source>State the mode if it is another one.</source>
        <translation>Nennen Sie den Modus, wenn es ein anderer ist.</translation>
    </message>
    <message>
        <source>Status 4 or 5 has to be seen within {0}.</source>
        <translation>Status 4 oder 5 muss innerhalb von {0} zu sehen sein.</translation>
    </message>
    <message>
        <source>Status 4 or 5 is {0} late.</source>
        <translation>Status 4 oder 5 ist {0} überfällig.</translation>
    </message>
    <message>
        <source>Stop one of them.</source>
        <translation>Stoppen Sie eine davon.</translation>
    </message>
    <message>
        <source>Stop ordered.</source>
        <translation>Stopp angeordnet.</translation>
    </message>
    <message>
        <source>Stop ordered: {0}.</source>
        <translation>Stopp angeordnet: {0}.</translation>
    </message>
    <message>
        <source>Stop recordings that nobody needs, try later, or ask Agora for a higher limit.</source>
        <translation>Stoppen Sie Aufnahmen, die niemand braucht, versuchen Sie es später, oder bitten Sie Agora um ein höheres Limit.</translation>
    </message>
    <message>
        <source>Stop sent, waiting for Agora's answer.</source>
        <translation>Stopp gesendet, Agoras Antwort steht aus.</translation>
    </message>
    <message>
        <source>Stop timed out at Agora</source>
        <translation>Zeitüberschreitung beim Stopp</translation>
    </message>
    <message>
        <source>Stop works for {0} more (resourceExpiredHour), and this is in {1}. Choose an earlier time.</source>
        <translation>Stoppen geht noch {0} (resourceExpiredHour), und dies ist in {1}. Wählen Sie eine frühere Zeit.</translation>
    </message>
    <message>
        <source>Stop: {0}{1} The stop is repeated.</source>
        <translation>Stopp: {0}{1} Der Stopp wird wiederholt.</translation>
    </message>
    <message>
        <source>Stopped. Agora did not report whether the upload is done.</source>
        <translation>Gestoppt. Agora hat nicht gemeldet, ob das Hochladen fertig ist.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage credentials end soon</source>
        <translation>Speicherzugang endet bald</translation>
    </message>
    <message>
        <source>Storage settings wrong</source>
        <translation>Speichereinstellungen falsch</translation>
    </message>
    <message>
        <source>Such a recording runs already</source>
        <translation>Eine solche Aufnahme läuft schon</translation>
    </message>
    <message>
        <source>TLS failed</source>
        <translation>TLS gescheitert</translation>
    </message>
    <message>
        <source>Take a longer window.</source>
        <translation>Nehmen Sie ein längeres Fenster.</translation>
    </message>
    <message>
        <source>Take an unused UID.</source>
        <translation>Nehmen Sie eine freie UID.</translation>
    </message>
    <message>
        <source>Take another UID.</source>
        <translation>Nehmen Sie eine andere UID.</translation>
    </message>
    <message>
        <source>Take over the running one if its ids are known, or use another recorder UID.</source>
        <translation>Übernehmen Sie die laufende, wenn ihre Kennungen bekannt sind, oder nehmen Sie eine andere Recorder-UID.</translation>
    </message>
    <message>
        <source>Temporary keys (STS) can be proved by Agora alone.</source>
        <translation>Befristete Schlüssel (STS) kann nur Agora prüfen.</translation>
    </message>
    <message>
        <source>That is {0} days ahead; {1} are the limit.</source>
        <translation>Das ist {0} Tage voraus; die Grenze sind {1}.</translation>
    </message>
    <message>
        <source>That was {0} ago.</source>
        <translation>Das war vor {0}.</translation>
    </message>
    <message>
        <source>That was {0} ago. Choose a time that is to come.</source>
        <translation>Das war vor {0}. Wählen Sie eine Zeit, die noch kommt.</translation>
    </message>
    <message>
        <source>The API of this project is a simulator on this machine; no bucket is behind it.</source>
        <translation>Die API dieses Projekts ist ein Simulator auf diesem Rechner; dahinter steht kein Bucket.</translation>
    </message>
    <message>
        <source>The Agora account or project is suspended, often because of an open bill.</source>
        <translation>Das Agora-Konto oder -Projekt ist gesperrt, oft wegen einer offenen Rechnung.</translation>
    </message>
    <message>
        <source>The App ID is missing. It is in the project list of Agora's site.</source>
        <translation>Die App ID fehlt. Sie steht in der Projektliste auf Agoras Website.</translation>
    </message>
    <message>
        <source>The App ID is unknown, or cloud recording is not enabled for it.</source>
        <translation>Die App ID ist unbekannt, oder Cloud Recording ist für sie nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>The MP4 with index {0} is missing; later ones are there.</source>
        <translation>Das MP4 mit Index {0} fehlt; spätere sind da.</translation>
    </message>
    <message>
        <source>The STS token comes without the time when it ends.</source>
        <translation>Das STS-Token kommt ohne die Zeit, zu der es endet.</translation>
    </message>
    <message>
        <source>The STS token ended on {0} UTC; a start with it is refused. Take a fresh one.</source>
        <translation>Das STS-Token ist am {0} UTC abgelaufen; ein Start damit wird abgelehnt. Nehmen Sie ein frisches.</translation>
    </message>
    <message>
        <source>The STS token ends in {0} h; Agora wants at least {1} h.</source>
        <translation>Das STS-Token endet in {0} h; Agora will mindestens {1} h.</translation>
    </message>
    <message>
        <source>The UID of the second recorder {0}.</source>
        <translation>Die UID des zweiten Recorders {0}.</translation>
    </message>
    <message>
        <source>The answer about new releases has expired. It counts for nothing.</source>
        <translation>Die Antwort über neue Versionen ist abgelaufen. Sie gilt nichts.</translation>
    </message>
    <message>
        <source>The answer about new releases is from the future. Check the clock of this computer.</source>
        <translation>Die Antwort über neue Versionen kommt aus der Zukunft. Prüfen Sie die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The answer about new releases is older than one before. It counts for nothing.</source>
        <translation>Die Antwort über neue Versionen ist älter als eine frühere. Sie gilt nichts.</translation>
    </message>
    <message>
        <source>The answer about new releases is signed, but {0} is not understood.</source>
        <translation>Die Antwort über neue Versionen ist signiert, aber {0} ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>The answer is not what Agora sends; a proxy or a login page may have answered.</source>
        <translation>Die Antwort ist nicht, was Agora sendet; ein Proxy oder eine Anmeldeseite kann geantwortet haben.</translation>
    </message>
    <message>
        <source>The body of the layout is wrong; the former layout stays on air.</source>
        <translation>Der Rumpf des Layouts ist falsch; das frühere Layout bleibt auf Sendung.</translation>
    </message>
    <message>
        <source>The bucket holds no file of this recording.</source>
        <translation>Im Bucket ist keine Datei dieser Aufnahme.</translation>
    </message>
    <message>
        <source>The bucket is missing.</source>
        <translation>Der Bucket fehlt.</translation>
    </message>
    <message>
        <source>The case is closed.</source>
        <translation>Der Fall ist geschlossen.</translation>
    </message>
    <message>
        <source>The certificate of {0} was not accepted ({1}).</source>
        <translation>Das Zertifikat von {0} wurde nicht angenommen ({1}).</translation>
    </message>
    <message>
        <source>The change reached Agora, but its answer was late; it may have had its effect.</source>
        <translation>Die Änderung hat Agora erreicht, aber die Antwort kam zu spät; sie kann gewirkt haben.</translation>
    </message>
    <message>
        <source>The channel has no name.</source>
        <translation>Der Kanal hat keinen Namen.</translation>
    </message>
    <message>
        <source>The channel name contains a character that Agora does not support.</source>
        <translation>Der Kanalname enthält ein Zeichen, das Agora nicht unterstützt.</translation>
    </message>
    <message>
        <source>The channel name contains {0}, which Agora does not allow.</source>
        <translation>Der Kanalname enthält {0}, was Agora nicht erlaubt.</translation>
    </message>
    <message>
        <source>The channel name has {0} bytes; Agora allows {1}.</source>
        <translation>Der Kanalname hat {0} Bytes; Agora erlaubt {1}.</translation>
    </message>
    <message>
        <source>The channel name has {0} bytes; some of Agora's servers want fewer than {1}.</source>
        <translation>Der Kanalname hat {0} Bytes; einige Server von Agora wollen weniger als {1}.</translation>
    </message>
    <message>
        <source>The channel name is too long or contains a character that Agora does not support.</source>
        <translation>Der Kanalname ist zu lang oder enthält ein Zeichen, das Agora nicht unterstützt.</translation>
    </message>
    <message>
        <source>The channel salt has {0} bytes; Agora wants {1}.</source>
        <translation>Das Salt des Kanals hat {0} Bytes; Agora will {1}.</translation>
    </message>
    <message>
        <source>The channel salt is not base64.</source>
        <translation>Das Salt des Kanals ist kein Base64.</translation>
    </message>
    <message>
        <source>The config has more than {0} values; a full one has about 300.</source>
        <translation>Die Konfiguration hat mehr als {0} Werte; eine volle hat etwa 300.</translation>
    </message>
    <message>
        <source>The config is nested more than {0} levels deep; a full one has 7.</source>
        <translation>Die Konfiguration ist mehr als {0} Ebenen tief; eine volle hat 7.</translation>
    </message>
    <message>
        <source>The connection to {0} broke before the answer was complete.</source>
        <translation>Die Verbindung zu {0} brach ab, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The console ended before Agora answered the start.</source>
        <translation>Die Konsole endete, bevor Agora den Start beantwortet hat.</translation>
    </message>
    <message>
        <source>The console ended before start was sent: nothing was started.</source>
        <translation>Die Konsole endete, bevor start gesendet war: Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>The console is locked: nothing was stopped.</source>
        <translation>Die Konsole ist gesperrt: Nichts wurde gestoppt.</translation>
    </message>
    <message>
        <source>The control window ends in {0}.</source>
        <translation>Das Steuerfenster endet in {0}.</translation>
    </message>
    <message>
        <source>The control window has passed: Agora answers no call for this recording any more. If it still runs, {0}</source>
        <translation>Das Steuerfenster ist vorbei: Agora beantwortet keinen Aufruf mehr für diese Aufnahme. Falls sie noch läuft: {0}</translation>
    </message>
    <message>
        <source>The custom layout (3) has no regions.</source>
        <translation>Das freie Layout (3) hat keine Regionen.</translation>
    </message>
    <message>
        <source>The customer ID is missing. It comes with the customer secret; it is not the App ID.</source>
        <translation>Die Kunden-ID fehlt. Sie gehört zum Kunden-Secret; sie ist nicht die App ID.</translation>
    </message>
    <message>
        <source>The customer secret is missing. Paste it here.</source>
        <translation>Das Kunden-Secret fehlt. Fügen Sie es hier ein.</translation>
    </message>
    <message>
        <source>The demo does not start with the system.</source>
        <translation>Die Demo startet nicht mit dem System.</translation>
    </message>
    <message>
        <source>The file is no config: it is too large.</source>
        <translation>Die Datei ist keine Konfiguration: Sie ist zu groß.</translation>
    </message>
    <message>
        <source>The files need {0} bytes and the disk has {1} left. Make room, or choose another folder.</source>
        <translation>Die Dateien brauchen {0} Bytes, und auf dem Datenträger sind {1} frei. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The film is {0} s long and was read through without an error, but its slices sum up to {1} s. Look at it before you rely on it.</source>
        <translation>Der Film ist {0} s lang und ließ sich fehlerfrei durchlesen, aber seine Slices ergeben {1} s. Sehen Sie ihn an, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>The film is {0} s long, as its slices are, and was read through whole.</source>
        <translation>Der Film ist {0} s lang wie seine Slices und wurde ganz durchgelesen.</translation>
    </message>
    <message>
        <source>The film is {0} s long, its slices sum up to {1} s, and ffmpeg found damaged data in {2} places. Look at it before you rely on it.</source>
        <translation>Der Film ist {0} s lang, seine Slices ergeben {1} s, und ffmpeg fand an {2} Stellen beschädigte Daten. Sehen Sie ihn an, bevor Sie sich darauf verlassen.</translation>
    </message>
    <message>
        <source>The first one is not concerned.</source>
        <translation>Den ersten betrifft das nicht.</translation>
    </message>
    <message>
        <source>The folder cannot be written: {0}. Choose another folder.</source>
        <translation>In den Ordner kann nicht geschrieben werden: {0}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The ids of {0} are not on the disk yet.</source>
        <translation>Die Kennungen von {0} sind noch nicht auf der Platte.</translation>
    </message>
    <message>
        <source>The image has an http address; Agora's latest text asks for https.</source>
        <translation>Das Bild hat eine http-Adresse; Agoras neuester Text verlangt https.</translation>
    </message>
    <message>
        <source>The journal can be written again. What happened meanwhile is in it.</source>
        <translation>Das Journal kann wieder geschrieben werden. Was inzwischen geschah, steht darin.</translation>
    </message>
    <message>
        <source>The journal has {0} of this channel, none open with UID {1}. Who is in the channel, and what other desks record, nobody can be asked.</source>
        <translation>Das Journal hat {0} dieses Kanals, keine offene mit UID {1}. Wer im Kanal ist und was andere Pulte aufnehmen, kann niemand gefragt werden.</translation>
    </message>
    <message>
        <source>The key stands in the object twice; the last one counts.</source>
        <translation>Der Schlüssel steht zweimal im Objekt; der letzte zählt.</translation>
    </message>
    <message>
        <source>The keys of the storage are missing; Agora could not upload anything.</source>
        <translation>Die Speicherschlüssel fehlen; Agora könnte nichts hochladen.</translation>
    </message>
    <message>
        <source>The last answer is {0} old. {1}</source>
        <translation>Die letzte Antwort ist {0} alt. {1}</translation>
    </message>
    <message>
        <source>The layout on air is what it was.</source>
        <translation>Das Layout auf Sendung ist, wie es war.</translation>
    </message>
    <message>
        <source>The list names only {0}, from Agora's examples{1}.</source>
        <translation>Die Liste nennt nur {0} aus Agoras Beispielen{1}.</translation>
    </message>
    <message>
        <source>The list names the recorder itself ({0}), which sends nothing.</source>
        <translation>Die Liste nennt den Recorder selbst ({0}), der nichts sendet.</translation>
    </message>
    <message>
        <source>The list names {0}, from Agora's examples, beside others; is that meant?</source>
        <translation>Die Liste nennt {0} aus Agoras Beispielen neben anderen; ist das gewollt?</translation>
    </message>
    <message>
        <source>The lists lie beside the slices. Run the command in that folder.</source>
        <translation>Die Listen liegen neben den Slices. Führen Sie den Befehl in diesem Ordner aus.</translation>
    </message>
    <message>
        <source>The lists name {0} people; only {1} are recorded at a time, in the order in which they join.</source>
        <translation>Die Listen nennen {0} Personen; nur {1} werden zugleich aufgenommen, in der Reihenfolge ihres Eintritts.</translation>
    </message>
    <message>
        <source>The log says more.</source>
        <translation>Das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>The mode is not stated; the keys speak for {0}.</source>
        <translation>Der Modus ist nicht genannt; die Schlüssel sprechen für {0}.</translation>
    </message>
    <message>
        <source>The name contains half a character, which no request can carry.</source>
        <translation>Der Name enthält ein halbes Zeichen, das keine Anfrage tragen kann.</translation>
    </message>
    <message>
        <source>The name has {0} bytes; older servers of Agora allow {1}.</source>
        <translation>Der Name hat {0} Bytes; ältere Server von Agora erlauben {1}.</translation>
    </message>
    <message>
        <source>The name has {0} characters; {1} are the limit.</source>
        <translation>Der Name hat {0} Zeichen; {1} sind die Grenze.</translation>
    </message>
    <message>
        <source>The name of {0} was not found: no network, or no name service.</source>
        <translation>Der Name von {0} wurde nicht gefunden: kein Netz oder kein Namensdienst.</translation>
    </message>
    <message>
        <source>The number is endless</source>
        <translation>Die Zahl ist endlos</translation>
    </message>
    <message>
        <source>The number of concurrent recordings is used up (50 by default, 200 for web pages).</source>
        <translation>Die Zahl gleichzeitiger Aufnahmen ist ausgeschöpft (im Regelfall 50, 200 bei Webseiten).</translation>
    </message>
    <message>
        <source>The only keyring on this machine, {0}, does not protect what it keeps.</source>
        <translation>Der einzige Schlüsselbund auf diesem Rechner, {0}, schützt nicht, was er behält.</translation>
    </message>
    <message>
        <source>The order reached Agora, but its answer was late. The recording may be starting.</source>
        <translation>Der Auftrag hat Agora erreicht, aber die Antwort kam zu spät. Die Aufnahme startet vielleicht.</translation>
    </message>
    <message>
        <source>The other Agora Console has ended. This one watches and stops the recordings from now on.</source>
        <translation>Die andere Agora Console ist beendet. Diese beobachtet und stoppt die Aufnahmen ab jetzt.</translation>
    </message>
    <message>
        <source>The page could not be shown, its longest time was reached, or it was stopped from elsewhere.</source>
        <translation>Die Seite konnte nicht gezeigt werden, ihre längste Zeit ist erreicht, oder sie wurde anderswo gestoppt.</translation>
    </message>
    <message>
        <source>The page is recorded; its push to the CDN has ended.</source>
        <translation>Die Seite wird aufgenommen; ihr Push zum CDN ist beendet.</translation>
    </message>
    <message>
        <source>The picture is empty, or too large to be one.</source>
        <translation>Das Bild ist leer oder zu groß, um eines zu sein.</translation>
    </message>
    <message>
        <source>The picture of {0} × {1} has more pixels than Agora's {2} (1920 × 1080).</source>
        <translation>Das Bild von {0} × {1} hat mehr Pixel als Agoras {2} (1920 × 1080).</translation>
    </message>
    <message>
        <source>The plan was given up.</source>
        <translation>Der Plan wurde aufgegeben.</translation>
    </message>
    <message>
        <source>The planned stop, {0} late: the machine slept, no console ran, or it could not be sent.</source>
        <translation>Der geplante Stopp, {0} zu spät: Der Rechner schlief, keine Konsole lief, oder er konnte nicht gesendet werden.</translation>
    </message>
    <message>
        <source>The planned stop: its time has come.</source>
        <translation>Der geplante Stopp: Seine Zeit ist gekommen.</translation>
    </message>
    <message>
        <source>Choose a file that was exported here, a CONFIG.json, or a cURL line.</source>
        <translation>Wählen Sie eine hier exportierte Datei, eine CONFIG.json oder eine cURL-Zeile.</translation>
    </message>
    <message>
        <source>Another line pushes to the same RTMP address, which takes one stream.</source>
        <translation>Eine andere Zeile sendet an dieselbe RTMP-Adresse, die nur einen Stream annimmt.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Choose a preset with an address of its own, or without a push.</source>
        <translation>Wählen Sie eine Vorlage mit eigener Adresse oder ohne Push.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Encryption at rest</source>
        <translation>Verschlüsselung im Speicher</translation>
    </message>
    <message>
        <source>Encryption {0} needs the {1} of the channel at the start.</source>
        <translation>Verschlüsselung {0} braucht beim Start {1} des Kanals.</translation>
    </message>
    <message>
        <source>Encryption {0} needs the {1} of the channel.</source>
        <translation>Verschlüsselung {0} braucht {1} des Kanals.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpoint</translation>
    </message>
    <message>
        <source>File type</source>
        <translation>Dateityp</translation>
    </message>
    <message>
        <source>File type: MP4 does not come without HLS.</source>
        <translation>Dateityp: MP4 gibt es nicht ohne HLS.</translation>
    </message>
    <message>
        <source>File type: individual mode records HLS only, no MP4.</source>
        <translation>Dateityp: Der Modus Einzeln nimmt nur HLS auf, kein MP4.</translation>
    </message>
    <message>
        <source>File type: one of them stands twice.</source>
        <translation>Dateityp: Einer steht zweimal da.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>It is a ticket.</source>
        <translation>Es ist ein Ticket.</translation>
    </message>
    <message>
        <source>No start can be planned here.</source>
        <translation>Hier lässt sich kein Start planen.</translation>
    </message>
    <message>
        <source>Object tag</source>
        <translation>Objekt-Tag</translation>
    </message>
    <message>
        <source>On error</source>
        <translation>Bei Fehlern</translation>
    </message>
    <message>
        <source>One half of the read key is missing; the two belong together.</source>
        <translation>Eine Hälfte des Leseschlüssels fehlt; beide gehören zusammen.</translation>
    </message>
    <message>
        <source>Page address</source>
        <translation>Adresse der Seite</translation>
    </message>
    <message>
        <source>Page height</source>
        <translation>Höhe der Seite</translation>
    </message>
    <message>
        <source>Page recording</source>
        <translation>Seitenaufnahme</translation>
    </message>
    <message>
        <source>Page view</source>
        <translation>Ansicht der Seite</translation>
    </message>
    <message>
        <source>Page width</source>
        <translation>Breite der Seite</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>People at the peak</source>
        <translation>Personen in der Spitze</translation>
    </message>
    <message>
        <source>People at the peak is missing (subscribeUidGroup); individual mode needs it.</source>
        <translation>Personen in der Spitze fehlt (subscribeUidGroup); der Modus Einzeln braucht es.</translation>
    </message>
    <message>
        <source>People at the peak: {0} is for up to {1}, the lists name {2}.</source>
        <translation>Personen in der Spitze: {0} gilt bis {1}, die Listen nennen {2}.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture of all but</source>
        <translation>Bild aller außer</translation>
    </message>
    <message>
        <source>Picture only of</source>
        <translation>Bild nur von</translation>
    </message>
    <message>
        <source>Planned start missed</source>
        <translation>Geplanter Start verpasst</translation>
    </message>
    <message>
        <source>Postponed transcoding</source>
        <translation>Nachträgliches Transkodieren</translation>
    </message>
    <message>
        <source>Postponed work</source>
        <translation>Nachträgliche Arbeit</translation>
    </message>
    <message>
        <source>Preferred region</source>
        <translation>Bevorzugte Region</translation>
    </message>
    <message>
        <source>Private parameters</source>
        <translation>Private Parameter</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Push</translation>
    </message>
    <message>
        <source>RTMP address</source>
        <translation>RTMP-Adresse</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Recorder region</source>
        <translation>Region des Recorders</translation>
    </message>
    <message>
        <source>Recorder region and preferred region are both set; Agora takes one of them.</source>
        <translation>Region des Recorders und bevorzugte Region sind beide gesetzt; Agora nimmt eine davon.</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Recording mode</source>
        <translation>Aufnahmemodus</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Region UID</source>
        <translation>UID der Region</translation>
    </message>
    <message>
        <source>Region height</source>
        <translation>Höhe der Region</translation>
    </message>
    <message>
        <source>Region left edge</source>
        <translation>Linker Rand der Region</translation>
    </message>
    <message>
        <source>Region opacity</source>
        <translation>Deckkraft der Region</translation>
    </message>
    <message>
        <source>Region rendering</source>
        <translation>Darstellung der Region</translation>
    </message>
    <message>
        <source>Region top edge</source>
        <translation>Oberer Rand der Region</translation>
    </message>
    <message>
        <source>Region width</source>
        <translation>Breite der Region</translation>
    </message>
    <message>
        <source>Region: {0} has no meaning for {1}; Agora wants 0.</source>
        <translation>Region: {0} hat für {1} keine Bedeutung; Agora will 0.</translation>
    </message>
    <message>
        <source>Region: {0} is not in Agora's list for {1}.</source>
        <translation>Region: {0} steht nicht in Agoras Liste für {1}.</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>STS expiry</source>
        <translation>STS-Ablauf</translation>
    </message>
    <message>
        <source>STS token</source>
        <translation>STS-Token</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Secret Key</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Service parameters</source>
        <translation>Dienstparameter</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>Snapshot interval</source>
        <translation>Snapshot-Abstand</translation>
    </message>
    <message>
        <source>Snapshot type</source>
        <translation>Snapshot-Typ</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Snapshots need video; “Record” is 0 (audio only).</source>
        <translation>Snapshots brauchen Video; „Aufnehmen“ ist 0 (nur Audio).</translation>
    </message>
    <message>
        <source>Snapshots only: without recordingFileConfig nothing else is kept.</source>
        <translation>Nur Snapshots: Ohne recordingFileConfig wird sonst nichts behalten.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound of all but</source>
        <translation>Ton aller außer</translation>
    </message>
    <message>
        <source>Sound only of</source>
        <translation>Ton nur von</translation>
    </message>
    <message>
        <source>Sound quality</source>
        <translation>Tonqualität</translation>
    </message>
    <message>
        <source>Start parameters</source>
        <translation>Start-Parameter</translation>
    </message>
    <message>
        <source>Start paused</source>
        <translation>Angehalten starten</translation>
    </message>
    <message>
        <source>Stop without waiting</source>
        <translation>Stoppen ohne zu warten</translation>
    </message>
    <message>
        <source>Storage extras</source>
        <translation>Speicherzusätze</translation>
    </message>
    <message>
        <source>Stream mode</source>
        <translation>Stream-Modus</translation>
    </message>
    <message>
        <source>Stream mode: original has an effect on audio only; “Record” is {0}.</source>
        <translation>Stream-Modus: original wirkt nur auf Audio; „Aufnehmen“ ist {0}.</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>The API address has to begin with https:// — plain http would show the secret to the network and is allowed for this machine only.</source>
        <translation>Die API-Adresse muss mit https:// beginnen — einfaches http würde das Secret im Netz zeigen und ist nur für diesen Rechner erlaubt.</translation>
    </message>
    <message>
        <source>The API address is scheme, host and port only, without anything behind.</source>
        <translation>Die API-Adresse besteht nur aus Schema, Host und Port, ohne etwas dahinter.</translation>
    </message>
    <message>
        <source>The file is no config. {0}</source>
        <translation>Die Datei ist keine Konfiguration. {0}</translation>
    </message>
    <message>
        <source>The page is recorded, and the CDN does not take the push (disconnected).</source>
        <translation>Die Seite wird aufgenommen, und das CDN nimmt den Push nicht an (disconnected).</translation>
    </message>
    <message>
        <source>The playlists sum up to {0} s of {1} s between start and stop.</source>
        <translation>Die Playlists ergeben {0} s von {1} s zwischen Start und Stopp.</translation>
    </message>
    <message>
        <source>The program is ending; nothing was sent any more.</source>
        <translation>Das Programm endet; nichts wurde mehr gesendet.</translation>
    </message>
    <message>
        <source>The project has no name. Type one that you recognise.</source>
        <translation>Das Projekt hat keinen Namen. Tippen Sie einen, den Sie wiedererkennen.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through to {0}: {1}.</source>
        <translation>Der Proxy hat die Anfrage nicht zu {0} durchgelassen: {1}.</translation>
    </message>
    <message>
        <source>The question for a recorder reached Agora, but its answer was late.</source>
        <translation>Die Bitte um einen Recorder hat Agora erreicht, aber die Antwort kam zu spät.</translation>
    </message>
    <message>
        <source>The question reached Agora, but its answer was late.</source>
        <translation>Die Frage hat Agora erreicht, aber die Antwort kam zu spät.</translation>
    </message>
    <message>
        <source>The recorder UID {0}.</source>
        <translation>Die Recorder-UID {0}.</translation>
    </message>
    <message>
        <source>The recorder exited abnormally (status 20) after the stop was accepted. The last files may be missing.</source>
        <translation>Der Recorder ist nach dem angenommenen Stopp abgebrochen (Status 20). Die letzten Dateien können fehlen.</translation>
    </message>
    <message>
        <source>The recorder exited abnormally (status 20). Start again with another UID.</source>
        <translation>Der Recorder ist abgebrochen (Status 20). Starten Sie mit einer anderen UID neu.</translation>
    </message>
    <message>
        <source>The recorder has left because of a fault.</source>
        <translation>Der Recorder ist wegen eines Fehlers gegangen.</translation>
    </message>
    <message>
        <source>The recorder is about to leave; the next question finds nothing.</source>
        <translation>Der Recorder geht gleich; die nächste Frage findet nichts.</translation>
    </message>
    <message>
        <source>The recorder is coming up.</source>
        <translation>Der Recorder fährt hoch.</translation>
    </message>
    <message>
        <source>The recorder is in the channel; no file has reached your storage yet.</source>
        <translation>Der Recorder ist im Kanal; noch hat keine Datei Ihren Speicher erreicht.</translation>
    </message>
    <message>
        <source>The recorder may have to leave the channel then.</source>
        <translation>Dann muss der Recorder vielleicht den Kanal verlassen.</translation>
    </message>
    <message>
        <source>The recorder never got ready: Agora has not found it for 90 s (404). Usual causes: wrong storage keys or bucket, wrong or expired token, wrong recording settings.</source>
        <translation>Der Recorder wurde nie bereit: Agora findet ihn seit 90 s nicht (404). Übliche Ursachen: falsche Speicherschlüssel oder falscher Bucket, falsches oder abgelaufenes Token, falsche Aufnahmeeinstellungen.</translation>
    </message>
    <message>
        <source>The recorder's token is no longer valid; it cannot be renewed while it records.</source>
        <translation>Das Token des Recorders gilt nicht mehr; während der Aufnahme kann es nicht erneuert werden.</translation>
    </message>
    <message>
        <source>The recording ended by itself: {0} {1}</source>
        <translation>Die Aufnahme endete von selbst: {0} {1}</translation>
    </message>
    <message>
        <source>The recording ends by itself: the channel was empty for the idle time, it was asked to stop from elsewhere, or somebody joined with the recorder's UID.</source>
        <translation>Die Aufnahme endet von selbst: Der Kanal war die Leerlaufzeit lang leer, sie wurde anderswo gestoppt, oder jemand kam mit der UID des Recorders dazu.</translation>
    </message>
    <message>
        <source>The recording goes on.</source>
        <translation>Die Aufnahme läuft weiter.</translation>
    </message>
    <message>
        <source>The recording has ended and Agora no longer knows it; this is the normal end.</source>
        <translation>Die Aufnahme ist beendet, und Agora kennt sie nicht mehr; das ist das normale Ende.</translation>
    </message>
    <message>
        <source>The recording has ended. Agora has listed no files.</source>
        <translation>Die Aufnahme ist beendet. Agora hat keine Dateien aufgelistet.</translation>
    </message>
    <message>
        <source>The recording has ended. Agora has not said whether its files are uploaded.</source>
        <translation>Die Aufnahme ist beendet. Agora hat nicht gesagt, ob ihre Dateien hochgeladen sind.</translation>
    </message>
    <message>
        <source>The recording has stopped; its files were not all uploaded within 20 s.</source>
        <translation>Die Aufnahme ist gestoppt; ihre Dateien waren nach 20 s nicht alle hochgeladen.</translation>
    </message>
    <message>
        <source>The recording has stopped; what is left is uploaded.</source>
        <translation>Die Aufnahme ist gestoppt; der Rest wird hochgeladen.</translation>
    </message>
    <message>
        <source>The recording is being set up.</source>
        <translation>Die Aufnahme wird eingerichtet.</translation>
    </message>
    <message>
        <source>The recording is on its way out.</source>
        <translation>Die Aufnahme ist am Enden.</translation>
    </message>
    <message>
        <source>The recording is over and has no file: nobody sent anything that was subscribed.</source>
        <translation>Die Aufnahme ist beendet und hat keine Datei: Niemand hat etwas gesendet, das abonniert war.</translation>
    </message>
    <message>
        <source>The recording may last {0} h, but it can be asked and stopped for {1} h only.</source>
        <translation>Die Aufnahme kann {0} h dauern, aber nur {1} h lang abgefragt und gestoppt werden.</translation>
    </message>
    <message>
        <source>The recording may still run; it is asked again.</source>
        <translation>Die Aufnahme kann noch laufen; sie wird wieder gefragt.</translation>
    </message>
    <message>
        <source>The recording runs, and its first file has been stored.</source>
        <translation>Die Aufnahme läuft, und ihre erste Datei ist gespeichert.</translation>
    </message>
    <message>
        <source>The recording was accepted and is not to be found: it still starts, or it gave up because of storage, token or parameters.</source>
        <translation>Die Aufnahme wurde angenommen und ist nicht zu finden: Sie startet noch, oder sie gab wegen Speicher, Token oder Parametern auf.</translation>
    </message>
    <message>
        <source>The recording was asked to stop.</source>
        <translation>Die Aufnahme soll stoppen.</translation>
    </message>
    <message>
        <source>The recording was on its way out before this stop: it was asked to stop before.</source>
        <translation>Die Aufnahme war vor diesem Stopp schon am Enden: Sie sollte vorher stoppen.</translation>
    </message>
    <message>
        <source>The recording was started without a push to a CDN.</source>
        <translation>Die Aufnahme wurde ohne Push zu einem CDN gestartet.</translation>
    </message>
    <message>
        <source>The region has no {0}, so nothing is seen.</source>
        <translation>Die Region hat keine {0}, also ist nichts zu sehen.</translation>
    </message>
    <message>
        <source>The region is for UID {0}, whose picture the lists leave out.</source>
        <translation>Die Region ist für UID {0}, deren Bild die Listen auslassen.</translation>
    </message>
    <message>
        <source>The region is for the recorder itself, which sends nothing.</source>
        <translation>Die Region ist für den Recorder selbst, der nichts sendet.</translation>
    </message>
    <message>
        <source>The region leaves the canvas: {0} {1} and {2} {3} add up to {4}, above Agora's 1.</source>
        <translation>Die Region ragt aus der Bildfläche: {0} {1} und {2} {3} ergeben {4}, mehr als Agoras 1.</translation>
    </message>
    <message>
        <source>The request carried no customer ID and secret.</source>
        <translation>Die Anfrage trug weder Kunden-ID noch Secret.</translation>
    </message>
    <message>
        <source>The request may have reached Agora; its answer did not come back.</source>
        <translation>Die Anfrage kann Agora erreicht haben; ihre Antwort kam nicht zurück.</translation>
    </message>
    <message>
        <source>The request was sent and not answered. {0}</source>
        <translation>Die Anfrage wurde gesendet und nicht beantwortet. {0}</translation>
    </message>
    <message>
        <source>The resource id was cut or changed on its way.</source>
        <translation>Die Resource-ID wurde unterwegs gekürzt oder verändert.</translation>
    </message>
    <message>
        <source>The resourceId is too old to find out by starting again.</source>
        <translation>Die resourceId ist zu alt, um es durch erneutes Starten herauszufinden.</translation>
    </message>
    <message>
        <source>The resourceId is {0} too old to start a recording.</source>
        <translation>Die resourceId ist {0} zu alt, um eine Aufnahme zu starten.</translation>
    </message>
    <message>
        <source>The same start is being sent again, to find out whether it records. Wait for it.</source>
        <translation>Derselbe Start wird noch einmal gesendet, um herauszufinden, ob sie aufnimmt. Warten Sie darauf.</translation>
    </message>
    <message>
        <source>The same start is sent again until there is an answer, for {0} more.</source>
        <translation>Derselbe Start wird wiederholt, bis eine Antwort kommt, noch {0} lang.</translation>
    </message>
    <message>
        <source>The same start is sent again, to find out whether the recording runs.</source>
        <translation>Derselbe Start wird wiederholt, um herauszufinden, ob die Aufnahme läuft.</translation>
    </message>
    <message>
        <source>The second recorder has UID {0} of the first one; they would throw each other out.</source>
        <translation>Der zweite Recorder hat die UID {0} des ersten; sie würden sich gegenseitig hinauswerfen.</translation>
    </message>
    <message>
        <source>The second recorder was not started: {0}</source>
        <translation>Der zweite Recorder wurde nicht gestartet: {0}</translation>
    </message>
    <message>
        <source>The service that records the page is missing ({0}).</source>
        <translation>Der Dienst, der die Seite aufnimmt, fehlt ({0}).</translation>
    </message>
    <message>
        <source>The sid of this recording is not known, so Agora cannot be told which one.</source>
        <translation>Die sid dieser Aufnahme ist nicht bekannt, also kann Agora nicht gesagt werden, welche gemeint ist.</translation>
    </message>
    <message>
        <source>The start has to reach Agora within {0}.</source>
        <translation>Der Start muss Agora innerhalb von {0} erreichen.</translation>
    </message>
    <message>
        <source>The start parameters differ from what start will say; Agora would refuse the start.</source>
        <translation>Die Startparameter weichen von dem ab, was start sagen wird; Agora würde den Start ablehnen.</translation>
    </message>
    <message>
        <source>The start was sent {0} ago.</source>
        <translation>Der Start wurde vor {0} gesendet.</translation>
    </message>
    <message>
        <source>The stop is sent again in {0}.</source>
        <translation>Der Stopp wird in {0} wiederholt.</translation>
    </message>
    <message>
        <source>The stop is sent again. It may still record.</source>
        <translation>Der Stopp wird wiederholt. Sie kann noch aufnehmen.</translation>
    </message>
    <message>
        <source>The stop reached Agora, but its answer was late; it may have had its effect.</source>
        <translation>Der Stopp hat Agora erreicht, aber die Antwort kam zu spät; er kann gewirkt haben.</translation>
    </message>
    <message>
        <source>The stop was refused. {0} The recording may still run.</source>
        <translation>Der Stopp wurde abgelehnt. {0} Die Aufnahme kann noch laufen.</translation>
    </message>
    <message>
        <source>The storage credentials end in {0}; what is uploaded later is refused.</source>
        <translation>Der Speicherzugang endet in {0}; was später hochgeladen wird, wird abgelehnt.</translation>
    </message>
    <message>
        <source>The storage credentials ended {0} ago; uploads may be refused.</source>
        <translation>Der Speicherzugang endete vor {0}; Uploads können abgelehnt werden.</translation>
    </message>
    <message>
        <source>The storage is in {0}, far from the recorder in {1}; the upload may be slow, and late files can be lost.</source>
        <translation>Der Speicher ist in {0}, weit vom Recorder in {1}; das Hochladen kann langsam sein, und späte Dateien können verloren gehen.</translation>
    </message>
    <message>
        <source>The storage is in {0}, outside of the region {1} ({2}) that the recorder must not leave.</source>
        <translation>Der Speicher ist in {0}, außerhalb des Gebiets {1} ({2}), das der Recorder nicht verlassen darf.</translation>
    </message>
    <message>
        <source>The stream was interrupted for {0} s after {1}.</source>
        <translation>Der Stream war nach {1} für {0} s unterbrochen.</translation>
    </message>
    <message>
        <source>The text contains half a character</source>
        <translation>Der Text enthält ein halbes Zeichen</translation>
    </message>
    <message>
        <source>The token cannot be read. {0}</source>
        <translation>Das Token kann nicht gelesen werden. {0}</translation>
    </message>
    <message>
        <source>The token ended {0} ago; the recorder may have had to leave the channel.</source>
        <translation>Das Token endete vor {0}; der Recorder musste den Kanal vielleicht verlassen.</translation>
    </message>
    <message>
        <source>The token ends in {0}, before the {1} planned; it cannot be renewed.</source>
        <translation>Das Token endet in {0}, vor den geplanten {1}; es kann nicht erneuert werden.</translation>
    </message>
    <message>
        <source>The token ends in {0}; the recorder may have to leave the channel then.</source>
        <translation>Das Token endet in {0}; dann muss der Recorder vielleicht den Kanal verlassen.</translation>
    </message>
    <message>
        <source>The token expired {0} ago.</source>
        <translation>Das Token ist vor {0} abgelaufen.</translation>
    </message>
    <message>
        <source>The token has ended; the recorder may have had to leave the channel.</source>
        <translation>Das Token ist abgelaufen; der Recorder musste den Kanal vielleicht verlassen.</translation>
    </message>
    <message>
        <source>The token has expired; Agora would not join.</source>
        <translation>Das Token ist abgelaufen; Agora würde nicht beitreten.</translation>
    </message>
    <message>
        <source>The token is for UID {0} alone, and the watchdog starts again with another.</source>
        <translation>Das Token gilt nur für UID {0}, und der Watchdog startet mit einer anderen neu.</translation>
    </message>
    <message>
        <source>The token was made for another App ID.</source>
        <translation>Das Token wurde für eine andere App ID erzeugt.</translation>
    </message>
    <message>
        <source>The token was made for another channel, UID or App ID.</source>
        <translation>Das Token wurde für einen anderen Kanal, eine andere UID oder App ID erzeugt.</translation>
    </message>
    <message>
        <source>The token was not made for UID {0} of the second recorder.</source>
        <translation>Das Token wurde nicht für UID {0} des zweiten Recorders erzeugt.</translation>
    </message>
    <message>
        <source>The token was not made for the channel {0}.</source>
        <translation>Das Token wurde nicht für den Kanal {0} erzeugt.</translation>
    </message>
    <message>
        <source>The token was not made for the recorder UID {0}.</source>
        <translation>Das Token wurde nicht für die Recorder-UID {0} erzeugt.</translation>
    </message>
    <message>
        <source>The uploader could not process a file.</source>
        <translation>Der Uploader konnte eine Datei nicht verarbeiten.</translation>
    </message>
    <message>
        <source>The uploader is up; the recorder is not yet.</source>
        <translation>Der Uploader ist da; der Recorder noch nicht.</translation>
    </message>
    <message>
        <source>The vertical layout (2) names no large UID; its large place stays empty.</source>
        <translation>Das vertikale Layout (2) nennt keine große UID; ihr großer Platz bleibt leer.</translation>
    </message>
    <message>
        <source>The watchdog is off: a stop was ordered here.</source>
        <translation>Der Watchdog ist aus: Hier wurde ein Stopp angeordnet.</translation>
    </message>
    <message>
        <source>The watchdog is off: it was switched off.</source>
        <translation>Der Watchdog ist aus: Er wurde ausgeschaltet.</translation>
    </message>
    <message>
        <source>The watchdog is on duty for {0} to {1} hours, not {2}.</source>
        <translation>Der Watchdog hat {0} bis {1} Stunden Dienst, nicht {2}.</translation>
    </message>
    <message>
        <source>The watchdog starts again with UID {0}.</source>
        <translation>Der Watchdog startet mit UID {0} neu.</translation>
    </message>
    <message>
        <source>The watchdog starts again {0} to {1} times, not {2}.</source>
        <translation>Der Watchdog startet {0}- bis {1}-mal neu, nicht {2}.</translation>
    </message>
    <message>
        <source>The watchdog waits {0} to {1} seconds before it starts again, not {2}.</source>
        <translation>Der Watchdog wartet {0} bis {1} Sekunden vor dem Neustart, nicht {2}.</translation>
    </message>
    <message>
        <source>There are more files than are read at once.</source>
        <translation>Es gibt mehr Dateien, als auf einmal gelesen werden.</translation>
    </message>
    <message>
        <source>There are {0} findings or more; the rest was not looked at.</source>
        <translation>Es gibt {0} Befunde oder mehr; der Rest wurde nicht angesehen.</translation>
    </message>
    <message>
        <source>There are {0} playlists.</source>
        <translation>Es gibt {0} Playlists.</translation>
    </message>
    <message>
        <source>There is a list for the {0} and none for the {1}: no {2} will be recorded.</source>
        <translation>Es gibt eine Liste für {0} und keine für {1}: {2} wird nicht aufgenommen.</translation>
    </message>
    <message>
        <source>There is a preset {0} already.</source>
        <translation>Ein Preset {0} gibt es schon.</translation>
    </message>
    <message>
        <source>There is no playlist.</source>
        <translation>Es gibt keine Playlist.</translation>
    </message>
    <message>
        <source>There is no preset {0} any more.</source>
        <translation>Das Preset {0} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>There is no such recording in the journal.</source>
        <translation>Eine solche Aufnahme gibt es im Journal nicht.</translation>
    </message>
    <message>
        <source>There {0} {1} in it, up to {2} s long.</source>
        <translation>Darin: {1} {0}, bis zu {2} s lang.</translation>
    </message>
    <message>
        <source>This case is closed already.</source>
        <translation>Dieser Fall ist schon geschlossen.</translation>
    </message>
    <message>
        <source>This console knows them: resourceId {0}, sid {1}.</source>
        <translation>Diese Konsole kennt sie: resourceId {0}, sid {1}.</translation>
    </message>
    <message>
        <source>This is not an address. It looks like https://api.agora.io.</source>
        <translation>Das ist keine Adresse. Sie sieht aus wie https://api.agora.io.</translation>
    </message>
    <message>
        <source>This project spells the list {0}.</source>
        <translation>Dieses Projekt schreibt die Liste {0}.</translation>
    </message>
    <message>
        <source>This recording is over.</source>
        <translation>Diese Aufnahme ist beendet.</translation>
    </message>
    <message>
        <source>This resource id has been started before, and the recording runs.</source>
        <translation>Diese Resource-ID wurde schon gestartet, und die Aufnahme läuft.</translation>
    </message>
    <message>
        <source>Timed out at Agora</source>
        <translation>Zeitüberschreitung bei Agora</translation>
    </message>
    <message>
        <source>To unlock, hold Ctrl+L or the LOCKED button at the top for a second.</source>
        <translation>Zum Entsperren Strg+L oder den Knopf GESPERRT oben eine Sekunde halten.</translation>
    </message>
    <message>
        <source>Token ends soon</source>
        <translation>Token endet bald</translation>
    </message>
    <message>
        <source>Token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>Token wrong</source>
        <translation>Token falsch</translation>
    </message>
    <message>
        <source>Too many recordings at once</source>
        <translation>Zu viele Aufnahmen zugleich</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Turn it on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Tippen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Tippen Sie einen.</translation>
    </message>
    <message>
        <source>Type the name that the people in it use.</source>
        <translation>Tippen Sie den Namen, den die Personen darin benutzen.</translation>
    </message>
    <message>
        <source>UID {0} has two regions; one of them stays empty.</source>
        <translation>UID {0} hat zwei Regionen; eine davon bleibt leer.</translation>
    </message>
    <message>
        <source>UID {0} is from Agora's examples; is it yours?</source>
        <translation>UID {0} ist aus Agoras Beispielen; ist es Ihre?</translation>
    </message>
    <message>
        <source>UID {0} of the second recorder is already recording {1}.</source>
        <translation>UID {0} des zweiten Recorders nimmt schon {1} auf.</translation>
    </message>
    <message>
        <source>UID {0} records this channel, or has since.</source>
        <translation>UID {0} nimmt diesen Kanal auf oder hat es seither getan.</translation>
    </message>
    <message>
        <source>UID{0} {1}</source>
        <translation>UID{0} {1}</translation>
    </message>
    <message>
        <source>UNKNOWN, MAY RECORD</source>
        <translation>UNBEKANNT, NIMMT EVTL. AUF</translation>
    </message>
    <message>
        <source>UNKNOWN, MAY STILL RECORD</source>
        <translation>UNBEKANNT, NIMMT EVTL. NOCH AUF</translation>
    </message>
    <message>
        <source>UPLOADING</source>
        <translation>LÄDT HOCH</translation>
    </message>
    <message>
        <source>Unknown, may still record</source>
        <translation>Unbekannt, nimmt evtl. noch auf</translation>
    </message>
    <message>
        <source>Unlock it and try again, {0}</source>
        <translation>Entsperren Sie ihn und versuchen Sie es wieder, {0}</translation>
    </message>
    <message>
        <source>Unlock it in the window (hold Ctrl+L), or add --despite-lock.</source>
        <translation>Entsperren Sie im Fenster (Strg+L halten), oder nehmen Sie --despite-lock.</translation>
    </message>
    <message>
        <source>Upload failed</source>
        <translation>Hochladen gescheitert</translation>
    </message>
    <message>
        <source>Upload takes longer</source>
        <translation>Hochladen dauert länger</translation>
    </message>
    <message>
        <source>Use 0</source>
        <translation>0 verwenden</translation>
    </message>
    <message>
        <source>Use 1280 × 720</source>
        <translation>1280 × 720 verwenden</translation>
    </message>
    <message>
        <source>Use 2</source>
        <translation>2 verwenden</translation>
    </message>
    <message>
        <source>Use 2 (audio and video)</source>
        <translation>2 verwenden (Audio und Video)</translation>
    </message>
    <message>
        <source>Use a whole number from 1 to {0} that nobody in the channel has.</source>
        <translation>Nehmen Sie eine ganze Zahl von 1 bis {0}, die niemand im Kanal hat.</translation>
    </message>
    <message>
        <source>Use another UID for a second recorder in this channel.</source>
        <translation>Nehmen Sie eine andere UID für einen zweiten Recorder in diesem Kanal.</translation>
    </message>
    <message>
        <source>Use hls</source>
        <translation>hls verwenden</translation>
    </message>
    <message>
        <source>Use hls and mp4</source>
        <translation>hls und mp4 verwenden</translation>
    </message>
    <message>
        <source>Use https</source>
        <translation>https verwenden</translation>
    </message>
    <message>
        <source>Use standard</source>
        <translation>standard verwenden</translation>
    </message>
    <message>
        <source>Use the channel and UID that acquire was called with; else start anew.</source>
        <translation>Nehmen Sie Kanal und UID, mit denen acquire gerufen wurde; sonst beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Use the custom layout</source>
        <translation>Freies Layout verwenden</translation>
    </message>
    <message>
        <source>Use the fraction {0}</source>
        <translation>Anteil {0} verwenden</translation>
    </message>
    <message>
        <source>Use the name that the app uses: Latin letters, digits and common signs.</source>
        <translation>Nehmen Sie den Namen der App: lateinische Buchstaben, Ziffern und übliche Zeichen.</translation>
    </message>
    <message>
        <source>Use the name that the app uses: fewer than 64 bytes, no slash, quote or asterisk.</source>
        <translation>Nehmen Sie den Namen der App: weniger als 64 Bytes, kein Schrägstrich, Anführungszeichen oder Stern.</translation>
    </message>
    <message>
        <source>Use the pair that start returned, with the project it was started in.</source>
        <translation>Nehmen Sie das Paar, das start geliefert hat, mit dem Projekt, in dem gestartet wurde.</translation>
    </message>
    <message>
        <source>Use the same name as the app: Latin letters, digits, spaces and common signs, but no slash, quote, backslash or asterisk.</source>
        <translation>Nehmen Sie den Namen der App: lateinische Buchstaben, Ziffern, Leerzeichen und übliche Zeichen, aber kein Schrägstrich, Anführungszeichen, Backslash oder Stern.</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Video stream</source>
        <translation>Videostream</translation>
    </message>
    <message>
        <source>Wait 90 s before you judge.</source>
        <translation>Warten Sie 90 s, bevor Sie urteilen.</translation>
    </message>
    <message>
        <source>Wait for REC.</source>
        <translation>Warten Sie auf REC.</translation>
    </message>
    <message>
        <source>Wait for the page</source>
        <translation>Auf die Seite warten</translation>
    </message>
    <message>
        <source>Wait, or allow another region.</source>
        <translation>Warten Sie, oder lassen Sie eine andere Region zu.</translation>
    </message>
    <message>
        <source>Wait; have another recorder UID ready.</source>
        <translation>Warten Sie; halten Sie eine andere Recorder-UID bereit.</translation>
    </message>
    <message>
        <source>Wait; if it lasts, look at Agora's status page.</source>
        <translation>Warten Sie; wenn es anhält, sehen Sie auf Agoras Statusseite.</translation>
    </message>
    <message>
        <source>Wait; it is billed until it has stopped.</source>
        <translation>Warten Sie; sie wird berechnet, bis sie gestoppt ist.</translation>
    </message>
    <message>
        <source>What is uploaded after that is refused.</source>
        <translation>Was danach hochgeladen wird, wird abgelehnt.</translation>
    </message>
    <message>
        <source>What records goes on; a start or stop that was planned before still comes.</source>
        <translation>Was aufnimmt, läuft weiter; ein vorher geplanter Start oder Stopp kommt noch.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>With snapshots and a white list for the sound, Agora wants one for the picture too.</source>
        <translation>Mit Snapshots und einer Positivliste für den Ton will Agora auch eine für das Bild.</translation>
    </message>
    <message>
        <source>Written to {0} from here: these keys may write there.</source>
        <translation>Von hier nach {0} geschrieben: Diese Schlüssel dürfen dort schreiben.</translation>
    </message>
    <message>
        <source>audioMix works with “Record” 0 (audio only) and stream mode original.</source>
        <translation>audioMix geht mit „Aufnehmen“ 0 (nur Audio) und Stream-Modus original.</translation>
    </message>
    <message>
        <source>forget a secret</source>
        <translation>ein Geheimnis zu vergessen</translation>
    </message>
    <message>
        <source>give a secret</source>
        <translation>ein Geheimnis zu geben</translation>
    </message>
    <message>
        <source>keep a secret</source>
        <translation>ein Geheimnis zu behalten</translation>
    </message>
    <message>
        <source>or keep the secrets for this run only.</source>
        <translation>oder behalten Sie die Geheimnisse nur für diesen Lauf.</translation>
    </message>
    <message>
        <source>the keyring</source>
        <translation>der Schlüsselbund</translation>
    </message>
    <message>
        <source>{0} could not be opened.</source>
        <translation>{0} konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{0} is locked.</source>
        <translation>{0} ist gesperrt.</translation>
    </message>
    <message>
        <source>{0} is set, but with “Record” {1} no {2} is recorded.</source>
        <translation>{0} ist gesetzt, aber mit „Aufnehmen“ {1} wird kein {2} aufgenommen.</translation>
    </message>
    <message>
        <source>{0} is waiting for its prompt.</source>
        <translation>{0} wartet auf eine Antwort.</translation>
    </message>
    <message>
        <source>{0} refused to {1}.</source>
        <translation>{0} hat abgelehnt, {1}.</translation>
    </message>
    <message>
        <source>{0} s are in no slice after {1}, and no playlist names one: either nobody published then, or the recorder lost them.</source>
        <translation>{0} s stehen nach {1} in keinem Slice, und keine Playlist nennt einen: Entweder hat da niemand gesendet, oder der Recorder hat sie verloren.</translation>
    </message>
    <message>
        <source>When you have made sure that it is over, close the case.</source>
        <translation>Wenn Sie sich vergewissert haben, dass sie beendet ist, schließen Sie den Fall.</translation>
    </message>
    <message>
        <source>STS expiry: {0} is no point in time at which a token can end; Agora wants seconds since 1970.</source>
        <translation>STS-Ablauf: {0} ist kein Zeitpunkt, an dem ein Token enden kann; Agora will Sekunden seit 1970.</translation>
    </message>
    <message>
        <source>The clock of this computer was set back by {0}. {1}</source>
        <translation>Die Uhr dieses Rechners wurde um {0} zurückgestellt. {1}</translation>
    </message>
    <message>
        <source>The clock of this computer was set forward by {0}. {1}</source>
        <translation>Die Uhr dieses Rechners wurde um {0} vorgestellt. {1}</translation>
    </message>
    <message>
        <source>The recording could not be written down. Nothing was sent.</source>
        <translation>Die Aufnahme konnte nicht aufgeschrieben werden. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The recording {0} is known here with other ids: channel {1}, UID {2}, mode {3}.</source>
        <translation>Die Aufnahme {0} ist hier mit anderen Kennungen bekannt: Kanal {1}, UID {2}, Modus {3}.</translation>
    </message>
    <message>
        <source>The same as Agora's Date, {0}.</source>
        <translation>Gleich Agoras Date, {0}.</translation>
    </message>
    <message>
        <source>The stop goes on after a restart.</source>
        <translation>Der Stopp geht nach einem Neustart weiter.</translation>
    </message>
    <message>
        <source>The stream key of the push is not known: no file keeps it.</source>
        <translation>Der Stream-Key des Pushs ist nicht bekannt: Keine Datei behält ihn.</translation>
    </message>
    <message>
        <source>The text has {0} MB; a config has a few kilobytes.</source>
        <translation>Der Text hat {0} MB; eine Konfiguration hat wenige Kilobytes.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>The ticket is of App ID {0}; the project {1} has {2}.</source>
        <translation>Das Ticket gehört zur App ID {0}; das Projekt {1} hat {2}.</translation>
    </message>
    <message>
        <source>The token ended {0} ago.</source>
        <translation>Das Token endete vor {0}.</translation>
    </message>
    <message>
        <source>The token ends before that time.</source>
        <translation>Das Token endet vor diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>The token ends in {0}; the recording is planned for {1}.</source>
        <translation>Das Token endet in {0}; die Aufnahme ist für {1} geplant.</translation>
    </message>
    <message>
        <source>The token that was built does not say what it was built for.</source>
        <translation>Das erzeugte Token sagt nicht, wofür es erzeugt wurde.</translation>
    </message>
    <message>
        <source>There is a channel secret, but encryption is off.</source>
        <translation>Es gibt ein Kanal-Secret, aber die Verschlüsselung ist aus.</translation>
    </message>
    <message>
        <source>There is no preset “{0}”. Choose one, or leave the cell empty.</source>
        <translation>Es gibt kein Preset „{0}“. Wählen Sie eines, oder lassen Sie die Zelle leer.</translation>
    </message>
    <message>
        <source>There is no project to adopt the recording for.</source>
        <translation>Es gibt kein Projekt, für das die Aufnahme zu übernehmen wäre.</translation>
    </message>
    <message>
        <source>There is no setting in it: expected are mode, clientRequest or acquire.</source>
        <translation>Darin steht keine Einstellung: Erwartet werden mode, clientRequest oder acquire.</translation>
    </message>
    <message>
        <source>This build knows no address to ask for new releases.</source>
        <translation>Diese Fassung kennt keine Adresse für die Frage nach neuen Versionen.</translation>
    </message>
    <message>
        <source>This is neither a config nor a cURL line nor a ticket. A config is JSON, with { and } around it; a ticket begins with agora-ticket:.</source>
        <translation>Das ist weder eine Konfiguration noch eine cURL-Zeile noch ein Ticket. Eine Konfiguration ist JSON, mit { und } darum; ein Ticket beginnt mit agora-ticket:.</translation>
    </message>
    <message>
        <source>This is the body of {0}, and a draft is made of what start takes. Paste a config, or the body of start.</source>
        <translation>Das ist der Rumpf von {0}, und ein Entwurf entsteht aus dem, was start nimmt. Fügen Sie eine Konfiguration oder den Rumpf von start ein.</translation>
    </message>
    <message>
        <source>This plan is being carried out, or is gone.</source>
        <translation>Dieser Plan wird gerade ausgeführt oder ist weg.</translation>
    </message>
    <message>
        <source>This recording was started with lasting keys, and these cannot be changed on air.</source>
        <translation>Diese Aufnahme wurde mit dauerhaften Schlüsseln gestartet, und diese lassen sich auf Sendung nicht ändern.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Type it; it is kept where the project says.</source>
        <translation>Tippen Sie es ein; es bleibt, wo das Projekt es vorsieht.</translation>
    </message>
    <message>
        <source>Type the RTMP address again.</source>
        <translation>Tippen Sie die RTMP-Adresse noch einmal.</translation>
    </message>
    <message>
        <source>UID {0} belongs to a recording of this channel that is not over. {1}</source>
        <translation>UID {0} gehört zu einer Aufnahme dieses Kanals, die nicht beendet ist. {1}</translation>
    </message>
    <message>
        <source>Use {0} h</source>
        <translation>{0} h nehmen</translation>
    </message>
    <message>
        <source>What start needs could not be written down: nothing was started.</source>
        <translation>Was start braucht, konnte nicht aufgeschrieben werden: Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>What was read back is not what was written; another one answers here.</source>
        <translation>Das Zurückgelesene ist nicht das Geschriebene; hier antwortet ein anderer.</translation>
    </message>
    <message>
        <source>Whether it has had its effect is not known.</source>
        <translation>Ob es gewirkt hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>White list and black list are both set for the {0}; Agora takes one.</source>
        <translation>Positiv- und Sperrliste sind beide gesetzt für {0}; Agora nimmt eine.</translation>
    </message>
    <message>
        <source>Width and height are not set; Agora records a small portrait picture of 360 × 640.</source>
        <translation>Breite und Höhe sind nicht gesetzt; Agora nimmt ein kleines Hochformat von 360 × 640 auf.</translation>
    </message>
    <message>
        <source>Without a sid no file can be told from others.</source>
        <translation>Ohne sid lässt sich keine Datei von anderen unterscheiden.</translation>
    </message>
    <message>
        <source>Without its keys a recording cannot start; they are asked for then.</source>
        <translation>Ohne seine Schlüssel kann keine Aufnahme starten; sie werden dann verlangt.</translation>
    </message>
    <message>
        <source>Written down; nothing is sent yet.</source>
        <translation>Aufgeschrieben; noch ist nichts gesendet.</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of objects</source>
        <translation>eine Liste von Objekten</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>acquire at {0}: HTTP {1} after {2} ms.</source>
        <translation>acquire bei {0}: HTTP {1} nach {2} ms.</translation>
    </message>
    <message>
        <source>acquire at {0}: no answer.</source>
        <translation>acquire bei {0}: keine Antwort.</translation>
    </message>
    <message>
        <source>acquire: {0} Nothing was started.</source>
        <translation>acquire: {0} Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>after status {0} Agora does not find it any more (404).</source>
        <translation>nach Status {0} findet Agora sie nicht mehr (404).</translation>
    </message>
    <message>
        <source>after stop</source>
        <translation>nach dem Stopp</translation>
    </message>
    <message>
        <source>all {0} lines.</source>
        <translation>alle {0} Zeilen.</translation>
    </message>
    <message>
        <source>allocate timeout</source>
        <translation>allocate timeout</translation>
    </message>
    <message>
        <source>already started</source>
        <translation>already started</translation>
    </message>
    <message>
        <source>an endless number</source>
        <translation>eine endlose Zahl</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>and its {0} followers</source>
        <translation>und die {0} folgenden</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>any call</source>
        <translation>jeder Aufruf</translation>
    </message>
    <message>
        <source>appid is invalid</source>
        <translation>appid is invalid</translation>
    </message>
    <message>
        <source>before status 4 or 5</source>
        <translation>vor Status 4 oder 5</translation>
    </message>
    <message>
        <source>broken off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>by a command</source>
        <translation>durch einen Befehl</translation>
    </message>
    <message>
        <source>by the longest time of a page recording alone (maxRecordingHour).</source>
        <translation>allein durch die längste Zeit einer Seitenaufnahme (maxRecordingHour).</translation>
    </message>
    <message>
        <source>cannot be read: {0}</source>
        <translation>ist nicht lesbar: {0}</translation>
    </message>
    <message>
        <source>client has been closed</source>
        <translation>client has been closed</translation>
    </message>
    <message>
        <source>code {0}</source>
        <translation>Code {0}</translation>
    </message>
    <message>
        <source>confirmed by typing</source>
        <translation>durch Tippen bestätigt</translation>
    </message>
    <message>
        <source>could not look</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>failed to allocate worker</source>
        <translation>failed to allocate worker</translation>
    </message>
    <message>
        <source>failed to find worker</source>
        <translation>failed to find worker</translation>
    </message>
    <message>
        <source>ffmpeg ended with code {0}.</source>
        <translation>ffmpeg endete mit Code {0}.</translation>
    </message>
    <message>
        <source>ffmpeg wrote an empty file.</source>
        <translation>ffmpeg hat eine leere Datei geschrieben.</translation>
    </message>
    <message>
        <source>give or take {0} s</source>
        <translation>auf {0} s genau</translation>
    </message>
    <message>
        <source>held for a second</source>
        <translation>eine Sekunde gehalten</translation>
    </message>
    <message>
        <source>in another spelling</source>
        <translation>in anderer Schreibweise</translation>
    </message>
    <message>
        <source>in the wrong case</source>
        <translation>in falscher Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>in {0}</translation>
    </message>
    <message>
        <source>initialised</source>
        <translation>initialisiert</translation>
    </message>
    <message>
        <source>internal error</source>
        <translation>internal error</translation>
    </message>
    <message>
        <source>invalid appid</source>
        <translation>invalid appid</translation>
    </message>
    <message>
        <source>invalid channel name</source>
        <translation>invalid channel name</translation>
    </message>
    <message>
        <source>invalid operation</source>
        <translation>invalid operation</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is larger than {0} MB; no config or ticket is</source>
        <translation>ist größer als {0} MB; keine Konfiguration und kein Ticket ist das</translation>
    </message>
    <message>
        <source>is no UTF-8 text (byte {0})</source>
        <translation>ist kein UTF-8-Text (Byte {0})</translation>
    </message>
    <message>
        <source>is not there, or is no file</source>
        <translation>ist nicht da oder keine Datei</translation>
    </message>
    <message>
        <source>it ended in order, because the channel was empty or somebody stopped it elsewhere.</source>
        <translation>sie endete ordentlich, weil der Kanal leer war oder jemand sie anderswo stoppte.</translation>
    </message>
    <message>
        <source>it is mix, individual or web</source>
        <translation>er ist mix, individual oder web</translation>
    </message>
    <message>
        <source>it was started again {0}, which is the most that was ordered.</source>
        <translation>sie wurde {0} neu gestartet, mehr wurde nicht angeordnet.</translation>
    </message>
    <message>
        <source>it was stopped.</source>
        <translation>sie wurde gestoppt.</translation>
    </message>
    <message>
        <source>its download was cancelled.</source>
        <translation>das Herunterladen wurde abgebrochen.</translation>
    </message>
    <message>
        <source>its form</source>
        <translation>ihre Form</translation>
    </message>
    <message>
        <source>its longest time, {0} h, was reached.</source>
        <translation>ihre längste Zeit, {0} h, wurde erreicht.</translation>
    </message>
    <message>
        <source>leaving</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>mainland China</source>
        <translation>Festlandchina</translation>
    </message>
    <message>
        <source>no Route matched with those values</source>
        <translation>no Route matched with those values</translation>
    </message>
    <message>
        <source>no active status</source>
        <translation>no active status</translation>
    </message>
    <message>
        <source>no go</source>
        <translation>no go</translation>
    </message>
    <message>
        <source>no recorded data</source>
        <translation>no recorded data</translation>
    </message>
    <message>
        <source>no recording</source>
        <translation>keine Aufnahme</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>kein Platz</translation>
    </message>
    <message>
        <source>no secret</source>
        <translation>kein Secret</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>no worker manager available</source>
        <translation>no worker manager available</translation>
    </message>
    <message>
        <source>nobody looked for {0} before, so why it ended is not known.</source>
        <translation>vorher hat {0} lang niemand nachgesehen, also ist nicht bekannt, warum sie endete.</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>not any more</source>
        <translation>nicht mehr</translation>
    </message>
    <message>
        <source>not enabled</source>
        <translation>nicht freigeschaltet</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>nothing was ever stored, and {0} s without anybody in the channel end a recording.</source>
        <translation>nie wurde etwas gespeichert, und {0} s ohne Personen im Kanal beenden eine Aufnahme.</translation>
    </message>
    <message>
        <source>nothing was started, so nothing is lost.</source>
        <translation>nichts wurde gestartet, also ist nichts verloren.</translation>
    </message>
    <message>
        <source>only the longest time of a page recording (maxRecordingHour) ends it.</source>
        <translation>nur die längste Zeit einer Seitenaufnahme (maxRecordingHour) beendet sie.</translation>
    </message>
    <message>
        <source>only {0} s without anybody in the channel end it.</source>
        <translation>nur {0} s ohne Personen im Kanal beenden sie.</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>partly ready</source>
        <translation>teilweise bereit</translation>
    </message>
    <message>
        <source>planned starts</source>
        <translation>geplante Starts</translation>
    </message>
    <message>
        <source>planned stops</source>
        <translation>geplante Stopps</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>nimmt auf</translation>
    </message>
    <message>
        <source>request not completed</source>
        <translation>request not completed</translation>
    </message>
    <message>
        <source>request timeout</source>
        <translation>request timeout</translation>
    </message>
    <message>
        <source>start: {0} Nothing was started.</source>
        <translation>start: {0} Nichts wurde gestartet.</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>status {0}</source>
        <translation>Status {0}</translation>
    </message>
    <message>
        <source>status {0} ({1} to its reference)</source>
        <translation>Status {0} (laut Referenz {1})</translation>
    </message>
    <message>
        <source>stop all</source>
        <translation>alle stoppen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>stoppt</translation>
    </message>
    <message>
        <source>task conflict</source>
        <translation>task conflict</translation>
    </message>
    <message>
        <source>the config</source>
        <translation>die Konfiguration</translation>
    </message>
    <message>
        <source>the first one has not got a recorder, so nothing was sent.</source>
        <translation>der erste hat keinen Recorder bekommen, also wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>the loss is {0} old.</source>
        <translation>der Verlust ist {0} alt.</translation>
    </message>
    <message>
        <source>the recorder UID</source>
        <translation>die Recorder-UID</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>der Text</translation>
    </message>
    <message>
        <source>the time for which the watchdog was ordered has passed.</source>
        <translation>die Zeit, für die der Watchdog angeordnet war, ist vorbei.</translation>
    </message>
    <message>
        <source>the token does not admit another UID, and none can be made. {0}</source>
        <translation>das Token lässt keine andere UID zu, und keines kann erzeugt werden. {0}</translation>
    </message>
    <message>
        <source>too many</source>
        <translation>zu viele</translation>
    </message>
    <message>
        <source>transcodeOptions has no effect without the policy postpone_transcoding.</source>
        <translation>transcodeOptions wirkt nicht ohne die Policy postpone_transcoding.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>vendor over load</source>
        <translation>vendor over load</translation>
    </message>
    <message>
        <source>what it says of {0}</source>
        <translation>was sie über {0} sagt</translation>
    </message>
    <message>
        <source>while it records</source>
        <translation>während sie aufnimmt</translation>
    </message>
    <message>
        <source>while it stops</source>
        <translation>während sie stoppt</translation>
    </message>
    <message>
        <source>wrong keys</source>
        <translation>falsche Schlüssel</translation>
    </message>
    <message>
        <source>{0} ({1}) exists in {2} mode only; this is {3}.</source>
        <translation>{0} ({1}) gibt es nur im Modus {2}; dies ist {3}.</translation>
    </message>
    <message>
        <source>{0} ({1}) is no longer part of the API; Agora may ignore it.</source>
        <translation>{0} ({1}) gehört nicht mehr zur API; Agora übergeht es vielleicht.</translation>
    </message>
    <message>
        <source>{0} ({1}) stands in the config; a secret belongs in the keyring.</source>
        <translation>{0} ({1}) steht in der Konfiguration; ein Geheimnis gehört in den Schlüsselbund.</translation>
    </message>
    <message>
        <source>{0} A change on its way was given up for it.</source>
        <translation>{0} Eine Änderung, die unterwegs war, wurde dafür aufgegeben.</translation>
    </message>
    <message>
        <source>{0} A start needs {1}.</source>
        <translation>{0} Ein Start braucht {1}.</translation>
    </message>
    <message>
        <source>{0} Agora did not say 429 (too many).</source>
        <translation>{0} Agora hat nicht 429 (zu viele) gesagt.</translation>
    </message>
    <message>
        <source>{0} App ID, customer ID and secret are accepted.</source>
        <translation>{0} App ID, Kunden-ID und Secret sind angenommen.</translation>
    </message>
    <message>
        <source>{0} It gave a recorder (resourceId), which was not used: that costs nothing.</source>
        <translation>{0} Es gab einen Recorder (resourceId), der nicht benutzt wurde: Das kostet nichts.</translation>
    </message>
    <message>
        <source>{0} It is not known whether the recording started.</source>
        <translation>{0} Ob die Aufnahme gestartet ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>{0} It is not known whether the recording started. If it did, it ends {1}</source>
        <translation>{0} Ob die Aufnahme gestartet ist, ist nicht bekannt. Falls ja, endet sie {1}</translation>
    </message>
    <message>
        <source>{0} It is recovering.</source>
        <translation>{0} Sie wird wiederhergestellt.</translation>
    </message>
    <message>
        <source>{0} It may still record.</source>
        <translation>{0} Sie kann noch aufnehmen.</translation>
    </message>
    <message>
        <source>{0} It was not stopped here. {1}</source>
        <translation>{0} Sie wurde nicht hier gestoppt. {1}</translation>
    </message>
    <message>
        <source>{0} Nothing came back that tells Agora's time.</source>
        <translation>{0} Es kam nichts zurück, was Agoras Zeit sagt.</translation>
    </message>
    <message>
        <source>{0} Nothing was sent.</source>
        <translation>{0} Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{0} Others use up the requests of this App ID. {1}</source>
        <translation>{0} Andere verbrauchen die Anfragen dieser App ID. {1}</translation>
    </message>
    <message>
        <source>{0} Stores refuse signatures of a wrong clock, and tokens end at another time.</source>
        <translation>{0} Speicher lehnen Signaturen einer falschen Uhr ab, und Token enden zu anderer Zeit.</translation>
    </message>
    <message>
        <source>{0} The recording runs, but its sid is not known, so it can be neither asked nor stopped from here. It ends {1}</source>
        <translation>{0} Die Aufnahme läuft, aber ihre sid ist nicht bekannt; sie kann von hier weder abgefragt noch gestoppt werden. Sie endet {1}</translation>
    </message>
    <message>
        <source>{0} What other programs of this App ID send, no answer of Agora tells.</source>
        <translation>{0} Was andere Programme dieser App ID senden, sagt keine Antwort von Agora.</translation>
    </message>
    <message>
        <source>{0} While nobody publishes, nothing is recorded.</source>
        <translation>{0} Solange niemand sendet, wird nichts aufgenommen.</translation>
    </message>
    <message>
        <source>{0} ahead of Agora's Date</source>
        <translation>{0} vor Agoras Date</translation>
    </message>
    <message>
        <source>{0} and the next overlap by {1} s.</source>
        <translation>{0} und die nächste überlappen um {1} s.</translation>
    </message>
    <message>
        <source>{0} and {1} are the same list in two spellings; one must go.</source>
        <translation>{0} und {1} sind dieselbe Liste in zwei Schreibweisen; eine muss weg.</translation>
    </message>
    <message>
        <source>{0} behind Agora's Date</source>
        <translation>{0} hinter Agoras Date</translation>
    </message>
    <message>
        <source>{0} belongs to {1}; Agora ignores it here.</source>
        <translation>{0} gehört zu {1}; Agora übergeht es hier.</translation>
    </message>
    <message>
        <source>{0} breaks off before its end.</source>
        <translation>{0} bricht vor dem Ende ab.</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}).</source>
        <translation>{0} ist nicht lesbar ({1}).</translation>
    </message>
    <message>
        <source>{0} cannot be read as a playlist.</source>
        <translation>{0} kann nicht als Playlist gelesen werden.</translation>
    </message>
    <message>
        <source>{0} could not be changed ({1}). It is as it was.</source>
        <translation>{0} ließ sich nicht ändern ({1}). Es ist, wie es war.</translation>
    </message>
    <message>
        <source>{0} could not be removed and stays there: remove it by hand. {1}</source>
        <translation>{0} ließ sich nicht entfernen und bleibt dort: Entfernen Sie es von Hand. {1}</translation>
    </message>
    <message>
        <source>{0} did not answer in time.</source>
        <translation>{0} hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>{0} did not take the whole request in time.</source>
        <translation>{0} hat die Anfrage nicht rechtzeitig ganz angenommen.</translation>
    </message>
    <message>
        <source>{0} does not name {1}{2}, which the bucket holds.</source>
        <translation>{0} nennt {1}{2} nicht, was im Bucket liegt.</translation>
    </message>
    <message>
        <source>{0} does not use {1}; Agora ignores it.</source>
        <translation>{0} benutzt {1} nicht; Agora übergeht es.</translation>
    </message>
    <message>
        <source>{0} exists in {1} mode only; Agora ignores it here.</source>
        <translation>{0} gibt es nur im Modus {1}; Agora übergeht es hier.</translation>
    </message>
    <message>
        <source>{0} files</source>
        <translation>{0} Dateien</translation>
    </message>
    <message>
        <source>{0} found in the bucket, everything that belongs to it.</source>
        <translation>{0} im Bucket gefunden, alles, was dazugehört.</translation>
    </message>
    <message>
        <source>{0} found in the bucket. {1}{2}</source>
        <translation>{0} im Bucket gefunden. {1}{2}</translation>
    </message>
    <message>
        <source>{0} h from the sid; {1} are planned</source>
        <translation>{0} h ab der sid; geplant sind {1}</translation>
    </message>
    <message>
        <source>{0} has a leading zero</source>
        <translation>{0} hat eine führende Null</translation>
    </message>
    <message>
        <source>{0} has no end mark.</source>
        <translation>{0} hat keine Endmarke.</translation>
    </message>
    <message>
        <source>{0} in a black list would record nobody.</source>
        <translation>{0} in einer Sperrliste würde niemanden aufnehmen.</translation>
    </message>
    <message>
        <source>{0} is above Agora's {1}</source>
        <translation>{0} ist mehr als Agoras {1}</translation>
    </message>
    <message>
        <source>{0} is an empty list; leave it out to record everybody.</source>
        <translation>{0} ist eine leere Liste; lassen Sie sie weg, um alle aufzunehmen.</translation>
    </message>
    <message>
        <source>{0} is back with UID {1}, after it had been started again with UID {2}: both record and are billed.</source>
        <translation>{0} ist mit UID {1} wieder da, nachdem mit UID {2} neu gestartet wurde: Beide nehmen auf und werden berechnet.</translation>
    </message>
    <message>
        <source>{0} is below 1</source>
        <translation>{0} ist kleiner als 1</translation>
    </message>
    <message>
        <source>{0} is empty: 0 bytes.</source>
        <translation>{0} ist leer: 0 Bytes.</translation>
    </message>
    <message>
        <source>{0} is empty; Agora needs a name.</source>
        <translation>{0} ist leer; Agora braucht einen Namen.</translation>
    </message>
    <message>
        <source>{0} is inside your network; Agora cannot load it.</source>
        <translation>{0} liegt in Ihrem Netz; Agora kann es nicht laden.</translation>
    </message>
    <message>
        <source>{0} is listed by Agora and is not in the bucket.</source>
        <translation>{0} wird von Agora gelistet und ist nicht im Bucket.</translation>
    </message>
    <message>
        <source>{0} is lost. {1}</source>
        <translation>{0} ist verloren. {1}</translation>
    </message>
    <message>
        <source>{0} is missing ({1}); {2}.</source>
        <translation>{0} fehlt ({1}); {2}.</translation>
    </message>
    <message>
        <source>{0} is missing; the two belong together.</source>
        <translation>{0} fehlt; die beiden gehören zusammen.</translation>
    </message>
    <message>
        <source>{0} is named by {1} and is not in the bucket.</source>
        <translation>{0} wird von {1} genannt und ist nicht im Bucket.</translation>
    </message>
    <message>
        <source>{0} is neither JPEG nor BMP; Agora leaves it out.</source>
        <translation>{0} ist weder JPEG noch BMP; Agora lässt es weg.</translation>
    </message>
    <message>
        <source>{0} is no text in quotes, which is what Agora wants.</source>
        <translation>{0} ist kein Text in Anführungszeichen, wie Agora ihn will.</translation>
    </message>
    <message>
        <source>{0} is not a whole number; Agora records number UIDs only</source>
        <translation>{0} ist keine ganze Zahl; Agora nimmt nur Zahlen-UIDs auf</translation>
    </message>
    <message>
        <source>{0} is not here: {1}</source>
        <translation>{0} ist nicht hier: {1}</translation>
    </message>
    <message>
        <source>{0} is not read</source>
        <translation>{0} wird nicht gelesen</translation>
    </message>
    <message>
        <source>{0} is not understood. {1}</source>
        <translation>{0} ist nicht zu verstehen. {1}</translation>
    </message>
    <message>
        <source>{0} is {1}{2}, where Agora wants {3}.</source>
        <translation>{0} ist {1}{2}, wo Agora {3} will.</translation>
    </message>
    <message>
        <source>{0} listed. {1}</source>
        <translation>{0} gelistet. {1}</translation>
    </message>
    <message>
        <source>{0} means everybody and stands alone; there are {1} entries.</source>
        <translation>{0} bedeutet alle und steht allein; es gibt {1} Einträge.</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} mode needs it</source>
        <translation>der Modus {0} braucht es</translation>
    </message>
    <message>
        <source>{0} names no slice.</source>
        <translation>{0} nennt kein Segment.</translation>
    </message>
    <message>
        <source>{0} names {1} outside of its folder; nobody looked there.</source>
        <translation>{0} nennt {1} außerhalb seines Ordners; dort hat niemand nachgesehen.</translation>
    </message>
    <message>
        <source>{0} of {1} requests in the last second, {2} recordings watched here.</source>
        <translation>{0} von {1} Anfragen in der letzten Sekunde, {2} Aufnahmen werden hier beobachtet.</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} Probleme</translation>
    </message>
    <message>
        <source>{0} recordings</source>
        <translation>{0} Aufnahmen</translation>
    </message>
    <message>
        <source>{0} refused the connection: nothing listens there.</source>
        <translation>{0} hat die Verbindung abgelehnt: Dort lauscht nichts.</translation>
    </message>
    <message>
        <source>{0} s after the last person has left the channel.</source>
        <translation>{0} s nachdem die letzte Person den Kanal verlassen hat.</translation>
    </message>
    <message>
        <source>{0} stands in the list twice; Agora takes one.</source>
        <translation>{0} steht zweimal in der Liste; Agora nimmt eine.</translation>
    </message>
    <message>
        <source>{0} stands in the list twice; one page, one task.</source>
        <translation>{0} steht zweimal in der Liste; eine Seite, eine Aufgabe.</translation>
    </message>
    <message>
        <source>{0} takes no temporary credential; only {1} do.</source>
        <translation>{0} nimmt keinen befristeten Zugang; das tun nur {1}.</translation>
    </message>
    <message>
        <source>{0} times</source>
        <translation>{0}-mal</translation>
    </message>
    <message>
        <source>{0} warnings.</source>
        <translation>{0} Warnungen.</translation>
    </message>
    <message>
        <source>{0} was lost with UID {1} and is started again with UID {2}.</source>
        <translation>{0} ging mit UID {1} verloren und wird mit UID {2} neu gestartet.</translation>
    </message>
    <message>
        <source>{0} × {1} at {2} fps</source>
        <translation>{0} × {1} mit {2} fps</translation>
    </message>
    <message>
        <source>{0}, and the page recorder has left</source>
        <translation>{0}, und der Seitenrecorder ist gegangen</translation>
    </message>
    <message>
        <source>{0}, which no request can carry.</source>
        <translation>{0}, was keine Anfrage tragen kann.</translation>
    </message>
    <message>
        <source>{0}, {1} to spare.</source>
        <translation>{0}, {1} Reserve.</translation>
    </message>
    <message>
        <source>{0}. After the window nobody can ask, change or stop the recording.</source>
        <translation>{0}. Nach dem Fenster kann niemand die Aufnahme abfragen, ändern oder stoppen.</translation>
    </message>
    <message>
        <source>{0}: for this App ID, channel and UID, {1} left, {2} more than planned. Its signature only Agora can check.</source>
        <translation>{0}: für App ID, Kanal und UID, noch {1}, {2} mehr als geplant. Die Signatur kann nur Agora prüfen.</translation>
    </message>
    <message>
        <source>{0}: the address does not begin with rtmp:// or rtmps://.</source>
        <translation>{0}: Die Adresse beginnt nicht mit rtmp:// oder rtmps://.</translation>
    </message>
    <message>
        <source>{0}: the list is empty.</source>
        <translation>{0}: Die Liste ist leer.</translation>
    </message>
    <message>
        <source>{0}: {1} does not exist at Agora and becomes 15.</source>
        <translation>{0}: {1} gibt es bei Agora nicht und wird zu 15.</translation>
    </message>
    <message>
        <source>{0}: {1} entries are above Agora's {2}.</source>
        <translation>{0}: {1} Einträge sind mehr als Agoras {2}.</translation>
    </message>
    <message>
        <source>{0}: {1} is above Agora's {2}.</source>
        <translation>{0}: {1} liegt über Agoras {2}.</translation>
    </message>
    <message>
        <source>{0}: {1} is below Agora's {2}.</source>
        <translation>{0}: {1} liegt unter Agoras {2}.</translation>
    </message>
    <message>
        <source>{0}: {1} is no address that begins with https:// or http://.</source>
        <translation>{0}: {1} ist keine Adresse, die mit https:// oder http:// beginnt.</translation>
    </message>
    <message>
        <source>{0}: {1} is no colour such as #1A2B3C.</source>
        <translation>{0}: {1} ist keine Farbe wie #1A2B3C.</translation>
    </message>
    <message>
        <source>{0}: {1} is none of Agora's values: {2}.</source>
        <translation>{0}: {1} ist keiner von Agoras Werten: {2}.</translation>
    </message>
    <message>
        <source>{0}: {1} stands in the list, where Agora wants objects.</source>
        <translation>{0}: {1} steht in der Liste, wo Agora Objekte will.</translation>
    </message>
    <message>
        <source>{0}: {1} stands in the list, where Agora wants texts in quotes.</source>
        <translation>{0}: {1} steht in der Liste, wo Agora Texte in Anführungszeichen will.</translation>
    </message>
    <message>
        <source>{0}; and a secret belongs in the keyring, not in the config.</source>
        <translation>{0}; und ein Geheimnis gehört in den Schlüsselbund, nicht in die Konfiguration.</translation>
    </message>
    <message>
        <source>{0}; {1} of {2} lines are go.</source>
        <translation>{0}; {1} von {2} Zeilen sind GO.</translation>
    </message>
    <message>
        <source>“{0}” is neither {1} nor “{2}”.</source>
        <translation>„{0}“ ist weder {1} noch „{2}“.</translation>
    </message>
    <message>
        <source>“{0}” is not the name of the channel “{1}”.</source>
        <translation>„{0}“ ist nicht der Name des Kanals „{1}“.</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source> New files start with {0}_.</source>
        <translation> Neue Dateien beginnen mit {0}_.</translation>
    </message>
    <message>
        <source> code {0}</source>
        <translation> Code {0}</translation>
    </message>
    <message>
        <source>1 question without a good answer</source>
        <translation>1 Anfrage ohne gute Antwort</translation>
    </message>
    <message>
        <source>A part recorded after a move to another server.</source>
        <translation>Ein Teil, der nach einem Umzug auf einen anderen Server entstand.</translation>
    </message>
    <message>
        <source>Agora accepted it at {0}, and no answer has shown it yet</source>
        <translation>Agora hat es um {0} angenommen, und noch keine Antwort hat es gezeigt</translation>
    </message>
    <message>
        <source>Agora could not say whether the upload is done. Look in the bucket in 20 minutes.</source>
        <translation>Agora konnte nicht sagen, ob das Hochladen fertig ist. Sehen Sie in 20 Minuten in den Bucket.</translation>
    </message>
    <message>
        <source>Agora gave no list of files. What was stored has names that begin with {0}; look there.</source>
        <translation>Agora hat keine Dateiliste geliefert. Was gespeichert wurde, beginnt mit {0}; sehen Sie dort nach.</translation>
    </message>
    <message>
        <source>Agora has accepted the stop.</source>
        <translation>Agora hat den Stopp angenommen.</translation>
    </message>
    <message>
        <source>Agora has not told where it is pushed to.</source>
        <translation>Agora hat nicht gesagt, wohin gepusht wird.</translation>
    </message>
    <message>
        <source>Agora lists it. Nobody has looked in the bucket.</source>
        <translation>Agora listet sie. Niemand hat im Bucket nachgesehen.</translation>
    </message>
    <message>
        <source>Agora never said how the upload ended. This is the list it gave last; files are normally in the bucket within 20 minutes.</source>
        <translation>Agora hat nie gesagt, wie das Hochladen ausging. Dies ist die zuletzt gelieferte Liste; Dateien liegen meist nach 20 Minuten im Bucket.</translation>
    </message>
    <message>
        <source>Agora or a playlist names it; the last look did not find it.</source>
        <translation>Agora oder eine Playlist nennt sie; beim letzten Nachsehen war sie nicht da.</translation>
    </message>
    <message>
        <source>Agora says it can be played.</source>
        <translation>Agora sagt, sie sei abspielbar.</translation>
    </message>
    <message>
        <source>Agora says it cannot be played yet.</source>
        <translation>Agora sagt, sie sei noch nicht abspielbar.</translation>
    </message>
    <message>
        <source>Answered without a status.</source>
        <translation>Ohne Status beantwortet.</translation>
    </message>
    <message>
        <source>Asked {0} ago</source>
        <translation>Vor {0} gefragt</translation>
    </message>
    <message>
        <source>At least one file went to Agora's backup first: delayed, not lost. Agora moves it to the bucket by itself; this can take a day.</source>
        <translation>Mindestens eine Datei ging zuerst in Agoras Backup: verspätet, nicht verloren. Agora legt sie selbst in den Bucket; das kann einen Tag dauern.</translation>
    </message>
    <message>
        <source>Back again. {0}</source>
        <translation>Wieder da. {0}</translation>
    </message>
    <message>
        <source>Cannot be stopped: its sid is not known.</source>
        <translation>Kann nicht gestoppt werden: Die sid ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Cannot be stopped: the control window has passed.</source>
        <translation>Kann nicht gestoppt werden: Das Steuerfenster ist vorbei.</translation>
    </message>
    <message>
        <source>In the bucket at the last look. Agora does not list it.</source>
        <translation>Beim letzten Nachsehen im Bucket. Agora listet sie nicht.</translation>
    </message>
    <message>
        <source>In the bucket with 0 bytes at the last look.</source>
        <translation>Beim letzten Nachsehen mit 0 Bytes im Bucket.</translation>
    </message>
    <message>
        <source>Incomplete.</source>
        <translation>Unvollständig.</translation>
    </message>
    <message>
        <source>It came through Agora's backup.</source>
        <translation>Sie kam über Agoras Backup.</translation>
    </message>
    <message>
        <source>Its name follows from the sid. Nobody has seen it yet.</source>
        <translation>Ihr Name folgt aus der sid. Noch hat sie niemand gesehen.</translation>
    </message>
    <message>
        <source>Listed by Agora, and in the bucket at the last look.</source>
        <translation>Von Agora gelistet und beim letzten Nachsehen im Bucket.</translation>
    </message>
    <message>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <source>No file yet, though the first one was due at {0}. Is somebody publishing? Do the channel type, the encryption and the storage keys fit?</source>
        <translation>Noch keine Datei, obwohl die erste um {0} fällig war. Sendet jemand? Passen Kanaltyp, Verschlüsselung und Speicherschlüssel?</translation>
    </message>
    <message>
        <source>No file yet. The first one is due at {0}, in {1}.</source>
        <translation>Noch keine Datei. Die erste ist um {0} fällig, in {1}.</translation>
    </message>
    <message>
        <source>No file yet. The first one is due {0} after the recorder is ready.</source>
        <translation>Noch keine Datei. Die erste ist {0} nach Bereitschaft des Recorders fällig.</translation>
    </message>
    <message>
        <source>No files: the recording never ran.</source>
        <translation>Keine Dateien: Die Aufnahme lief nie.</translation>
    </message>
    <message>
        <source>Nobody was publishing while the recorder was there, so there is no file.</source>
        <translation>Niemand hat gesendet, solange der Recorder da war, also gibt es keine Datei.</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Nothing is started yet.</source>
        <translation>Noch ist nichts gestartet.</translation>
    </message>
    <message>
        <source>On hold: the page is shown, and nothing of it is stored</source>
        <translation>Pausiert: Die Seite wird gezeigt, und nichts davon wird gespeichert</translation>
    </message>
    <message>
        <source>Over since {0}.</source>
        <translation>Beendet seit {0}.</translation>
    </message>
    <message>
        <source>Planned: {0}.</source>
        <translation>Geplant: {0}.</translation>
    </message>
    <message>
        <source>Recording: the list as Agora gave it last. It still grows.</source>
        <translation>Nimmt auf: die zuletzt von Agora gelieferte Liste. Sie wächst noch.</translation>
    </message>
    <message>
        <source>Safe.</source>
        <translation>Sicher.</translation>
    </message>
    <message>
        <source>Snapshots only: Agora lists no pictures. In the bucket they are named {0}</source>
        <translation>Nur Snapshots: Agora listet keine Bilder auf. Im Bucket heißen sie {0}</translation>
    </message>
    <message>
        <source>Status {0}, {1}. {2}</source>
        <translation>Status {0}, {1}. {2}</translation>
    </message>
    <message>
        <source>Stopping: Agora has not said how far the upload is.</source>
        <translation>Stoppt: Agora hat nicht gesagt, wie weit das Hochladen ist.</translation>
    </message>
    <message>
        <source>The CDN does not take the push. Change the address.</source>
        <translation>Das CDN nimmt den Push nicht an. Ändern Sie die Adresse.</translation>
    </message>
    <message>
        <source>The page is recorded, not on hold</source>
        <translation>Die Seite wird aufgenommen, nicht pausiert</translation>
    </message>
    <message>
        <source>The push has ended; the page is still recorded.</source>
        <translation>Der Push ist zu Ende; die Seite wird weiter aufgenommen.</translation>
    </message>
    <message>
        <source>The recording has no sid yet, so it cannot be changed.</source>
        <translation>Die Aufnahme hat noch keine sid und kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>The recording is being stopped.</source>
        <translation>Die Aufnahme wird gestoppt.</translation>
    </message>
    <message>
        <source>The recording is over.</source>
        <translation>Die Aufnahme ist beendet.</translation>
    </message>
    <message>
        <source>Unknown.</source>
        <translation>Unbekannt.</translation>
    </message>
    <message>
        <source>Uploaded, says Agora. Nobody has looked in the bucket yet.</source>
        <translation>Hochgeladen, sagt Agora. Noch hat niemand in den Bucket gesehen.</translation>
    </message>
    <message>
        <source>While this machine sleeps, or no console runs here, nothing is stopped; it is done as soon as one runs again.</source>
        <translation>Solange dieser Rechner schläft oder hier keine Konsole läuft, wird nichts gestoppt; es geschieht, sobald wieder eine läuft.</translation>
    </message>
    <message>
        <source>With snapshots Agora lists nothing, neither recordings nor pictures. In the bucket the names of the recordings begin with {0}, the pictures are named {1}</source>
        <translation>Mit Snapshots listet Agora nichts auf, weder Aufnahmen noch Bilder. Im Bucket beginnen die Aufnahmen mit {0}, die Bilder heißen {1}</translation>
    </message>
    <message>
        <source>acquire: resource ID received</source>
        <translation>acquire: Resource-ID erhalten</translation>
    </message>
    <message>
        <source>as start ordered it, not told by Agora yet</source>
        <translation>wie start es anordnete, von Agora noch nicht gesagt</translation>
    </message>
    <message>
        <source>asking now</source>
        <translation>wird jetzt gefragt</translation>
    </message>
    <message>
        <source>concluded</source>
        <translation>gefolgert</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>ended at {0}</source>
        <translation>endete um {0}</translation>
    </message>
    <message>
        <source>ends in {0}</source>
        <translation>endet in {0}</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>everybody but {0}</source>
        <translation>alle außer {0}</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>from {0}</source>
        <translation>von {0}</translation>
    </message>
    <message>
        <source>in bucket</source>
        <translation>im Bucket</translation>
    </message>
    <message>
        <source>listed</source>
        <translation>gelistet</translation>
    </message>
    <message>
        <source>never confirmed</source>
        <translation>nie bestätigt</translation>
    </message>
    <message>
        <source>next in {0}</source>
        <translation>wieder in {0}</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>not asked again</source>
        <translation>wird nicht mehr gefragt</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>noch nicht bestätigt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>only {0}</source>
        <translation>nur {0}</translation>
    </message>
    <message>
        <source>opens with the start</source>
        <translation>öffnet mit dem Start</translation>
    </message>
    <message>
        <source>over</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>playlist</source>
        <translation>Playlist</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>since confirmed</source>
        <translation>seit Bestätigung</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>Slice</translation>
    </message>
    <message>
        <source>snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>start accepted, sid received</source>
        <translation>Start angenommen, sid erhalten</translation>
    </message>
    <message>
        <source>stop accepted</source>
        <translation>Stopp angenommen</translation>
    </message>
    <message>
        <source>the stop is sent again in {0}</source>
        <translation>der Stopp wird in {0} wiederholt</translation>
    </message>
    <message>
        <source>to {0}</source>
        <translation>bis {0}</translation>
    </message>
    <message>
        <source>told by Agora at {0}</source>
        <translation>von Agora um {0} gesagt</translation>
    </message>
    <message>
        <source>told by Agora at {0}, although it had accepted another value</source>
        <translation>von Agora um {0} gesagt, obwohl es einen anderen Wert angenommen hatte</translation>
    </message>
    <message>
        <source>updateLayout accepted: the new layout is on air</source>
        <translation>updateLayout angenommen: Das neue Layout ist auf Sendung</translation>
    </message>
    <message>
        <source>{0} accepted</source>
        <translation>{0} angenommen</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>{0} questions without a good answer</source>
        <translation>{0} Anfragen ohne gute Antwort</translation>
    </message>
    <message>
        <source>{0} {1} Looked at {2}.</source>
        <translation>{0} {1} Nachgesehen: {2}.</translation>
    </message>
    <message>
        <source>{0}, the last good one is {1} old</source>
        <translation>{0}, die letzte gute ist {1} alt</translation>
    </message>
    <message>
        <source>{0}: not told yet</source>
        <translation>{0}: noch nicht gesagt</translation>
    </message>
</context>
<context>
    <name>SessionHeader</name>
    <message>
        <source>Ask Agora for the status now (F5)</source>
        <translation>Agora jetzt nach dem Status fragen (F5)</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Jetzt fragen</translation>
    </message>
    <message>
        <source>Channel {0}</source>
        <translation>Kanal {0}</translation>
    </message>
    <message>
        <source>Hold for a second, or hold Ctrl+Shift+.; by typing its name: Ctrl+Shift+S</source>
        <translation>Eine Sekunde halten, oder Strg+Umschalt+. halten; durch Tippen des Namens: Strg+Umschalt+S</translation>
    </message>
    <message>
        <source>Hold to stop</source>
        <translation>Halten: stoppen</translation>
    </message>
</context>
<context>
    <name>SessionLines</name>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
</context>
<context>
    <name>SessionList</name>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
</context>
<context>
    <name>SessionModel</name>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Older</source>
        <translation>Älter</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
</context>
<context>
    <name>SessionPage</name>
    <message>
        <source>Choose one in the list at the left, or start a new one.</source>
        <translation>Wählen Sie links eine aus, oder starten Sie eine neue.</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files {0}</source>
        <translation>Dateien {0}</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>No recording chosen</source>
        <translation>Keine Aufnahme gewählt</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Requests {0}</source>
        <translation>Anfragen {0}</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>Views of the recording</source>
        <translation>Ansichten der Aufnahme</translation>
    </message>
    <message>
        <source>{0} is saved to {1}.</source>
        <translation>{0} ist gespeichert: {1}.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Between the parts of the window</source>
        <translation>Zwischen den Teilen des Fensters</translation>
    </message>
    <message>
        <source>Choose two requests to compare</source>
        <translation>Zwei Anfragen zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Filter by command or key</source>
        <translation>Nach Befehl oder Taste filtern</translation>
    </message>
    <message>
        <source>Filter the shortcuts</source>
        <translation>Tasten filtern</translation>
    </message>
    <message>
        <source>In lists, tables and on the wall</source>
        <translation>In Listen, Tabellen und auf der Kartenwand</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Rows 1 to 9 of the list</source>
        <translation>Zeilen 1 bis 9 der Liste</translation>
    </message>
    <message>
        <source>Take back a question, a palette, the wall</source>
        <translation>Eine Frage, die Palette, die Kartenwand schließen</translation>
    </message>
    <message>
        <source>arrows, Enter</source>
        <translation>Pfeile, Eingabe</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Filter by channel, UID, state, mode, project</source>
        <translation>Nach Kanal, UID, Zustand, Modus, Projekt filtern</translation>
    </message>
    <message>
        <source>Filter the list of recordings</source>
        <translation>Liste der Aufnahmen filtern</translation>
    </message>
    <message>
        <source>Find out what became of a start or stop that was cut off</source>
        <translation>Klären, was aus einem abgebrochenen Start oder Stopp wurde</translation>
    </message>
    <message>
        <source>New recording</source>
        <translation>Neue Aufnahme</translation>
    </message>
    <message>
        <source>No recordings yet. What you start appears here and stays in the journal.</source>
        <translation>Noch keine Aufnahmen. Was Sie starten, erscheint hier und bleibt im Journal.</translation>
    </message>
    <message>
        <source>Nothing here contains these words.</source>
        <translation>Nichts hier enthält diese Wörter.</translation>
    </message>
    <message>
        <source>One that another desk started, by its ticket or ids</source>
        <translation>Eine, die ein anderes Pult gestartet hat, über Ticket oder Kennungen</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Reihenfolge: {0}</translation>
    </message>
    <message>
        <source>Prepare another recording (Ctrl+N)</source>
        <translation>Eine weitere Aufnahme vorbereiten (Strg+N)</translation>
    </message>
    <message>
        <source>Recover what was cut off</source>
        <translation>Abgebrochenes klären</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Take over a recording…</source>
        <translation>Aufnahme übernehmen…</translation>
    </message>
    <message>
        <source>Show only what contains these words (Ctrl+F)</source>
        <translation>Nur zeigen, was diese Wörter enthält (Strg+F)</translation>
    </message>
</context>
<context>
    <name>Sides</name>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Keep these settings, or use others again (Ctrl+P)</source>
        <translation>Diese Einstellungen behalten oder andere wieder verwenden (Strg+P)</translation>
    </message>
    <message>
        <source>New recording</source>
        <translation>Neue Aufnahme</translation>
    </message>
    <message>
        <source>Presets…</source>
        <translation>Presets…</translation>
    </message>
    <message>
        <source>Preview and request</source>
        <translation>Vorschau und Anfrage</translation>
    </message>
    <message>
        <source>Side in sight</source>
        <translation>Gezeigte Seite</translation>
    </message>
    <message>
        <source>The same config as JSON (Ctrl+Shift+J)</source>
        <translation>Dieselbe Konfiguration als JSON (Strg+Umschalt+J)</translation>
    </message>
</context>
<context>
    <name>SnapshotsCard</name>
    <message>
        <source>Record files as well</source>
        <translation>Auch Aufnahmedateien schreiben</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nimmt auf</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Take JPEG snapshots of everybody</source>
        <translation>JPEG-Snapshots von allen machen</translation>
    </message>
    <message>
        <source>seconds, default {0}</source>
        <translation>Sekunden, Vorgabe {0}</translation>
    </message>
</context>
<context>
    <name>StartBar</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Go or no-go: asks what can be asked before a start (Ctrl+Shift+P)</source>
        <translation>Go oder No-Go: fragt, was sich vor einem Start fragen lässt (Strg+Umschalt+P)</translation>
    </message>
    <message>
        <source>Go to the field</source>
        <translation>Zum Feld gehen</translation>
    </message>
    <message>
        <source>Preflight…</source>
        <translation>Preflight…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>Aufnahme starten</translation>
    </message>
    <message>
        <source>acquire and start</source>
        <translation>acquire und start</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0} ({1})</translation>
    </message>
</context>
<context>
    <name>StatusTab</name>
    <message>
        <source>All files ({0})</source>
        <translation>Alle Dateien ({0})</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Change the layout</source>
        <translation>Das Layout ändern</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Files so far</source>
        <translation>Dateien bisher</translation>
    </message>
    <message>
        <source>Individual mode keeps every person in files of their own; no picture is composed.</source>
        <translation>Der Modus Einzeln legt jede Person in eigene Dateien; kein Bild wird zusammengesetzt.</translation>
    </message>
    <message>
        <source>Last layout</source>
        <translation>Letztes Layout</translation>
    </message>
    <message>
        <source>Layout as ordered</source>
        <translation>Layout wie angeordnet</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Newest files</source>
        <translation>Neueste Dateien</translation>
    </message>
    <message>
        <source>No common picture</source>
        <translation>Kein gemeinsames Bild</translation>
    </message>
    <message>
        <source>On air layout</source>
        <translation>Layout auf Sendung</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Prepare another layout on the tab Layout</source>
        <translation>Auf der Seite Layout ein anderes vorbereiten</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time line, newest first</source>
        <translation>Zeitverlauf, neueste zuerst</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>{0} times, last at {1}: {2}</source>
        <translation>{0}-mal, zuletzt um {1}: {2}</translation>
    </message>
    <message>
        <source>{0} · for {1} people</source>
        <translation>{0} · für {1} Personen</translation>
    </message>
    <message>
        <source>{0} · {1} times</source>
        <translation>{0} · {1}-mal</translation>
    </message>
</context>
<context>
    <name>StepLabel</name>
    <message>
        <source>{0}  {1}</source>
        <translation>{0}  {1}</translation>
    </message>
    <message>
        <source>{0}, done</source>
        <translation>{0}, erledigt</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>StopAllCard</name>
    <message>
        <source>Hold to stop all</source>
        <translation>Halten: alle stoppen</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Stop them</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Type {0}, the number of the recordings, or “{1}”:</source>
        <translation>Tippen Sie {0}, die Anzahl der Aufnahmen, oder „{1}“:</translation>
    </message>
    <message>
        <source>Type {0}, the number of the recordings:</source>
        <translation>Tippen Sie {0}, die Anzahl der Aufnahmen:</translation>
    </message>
</context>
<context>
    <name>StopAllDialog</name>
    <message>
        <source>1 has not ended yet</source>
        <translation>1 ist noch nicht beendet</translation>
    </message>
    <message>
        <source>A recording that is stopped cannot go on; a new one is a start of its own. Hold the button for a second, or press Space on it and type the number.</source>
        <translation>Eine gestoppte Aufnahme kann nicht weiterlaufen; eine neue ist ein eigener Start. Halten Sie den Knopf eine Sekunde lang, oder drücken Sie darauf die Leertaste und tippen Sie die Anzahl.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this list; what was ordered goes on (Esc)</source>
        <translation>Diese Liste schließen; was angeordnet ist, läuft weiter (Esc)</translation>
    </message>
    <message>
        <source>Every one of them has ended</source>
        <translation>Jede davon ist beendet</translation>
    </message>
    <message>
        <source>Hold for one second: stops every recording listed here</source>
        <translation>Eine Sekunde halten: stoppt jede hier aufgeführte Aufnahme</translation>
    </message>
    <message>
        <source>Hold to stop {0}</source>
        <translation>Halten: {0} stoppen</translation>
    </message>
    <message>
        <source>Of the {0} chosen, {1} cannot be stopped or have ended.</source>
        <translation>Von den {0} gewählten lassen sich {1} nicht stoppen oder sind beendet.</translation>
    </message>
    <message>
        <source>Stop 1 recording?</source>
        <translation>1 Aufnahme stoppen?</translation>
    </message>
    <message>
        <source>Stop all recordings</source>
        <translation>Alle Aufnahmen stoppen</translation>
    </message>
    <message>
        <source>Stop all {0} recordings?</source>
        <translation>Alle {0} Aufnahmen stoppen?</translation>
    </message>
    <message>
        <source>Stop is on its way to Agora, and is repeated until the end is proven.</source>
        <translation>Der Stopp ist unterwegs zu Agora und wird wiederholt, bis das Ende bewiesen ist.</translation>
    </message>
    <message>
        <source>Stop nothing (Esc)</source>
        <translation>Nichts stoppen (Esc)</translation>
    </message>
    <message>
        <source>Stop the chosen recordings</source>
        <translation>Gewählte Aufnahmen stoppen</translation>
    </message>
    <message>
        <source>Stop these {0} recordings?</source>
        <translation>Diese {0} Aufnahmen stoppen?</translation>
    </message>
    <message>
        <source>There is nothing that could be stopped</source>
        <translation>Es gibt nichts zu stoppen</translation>
    </message>
    <message>
        <source>{0} have not ended yet</source>
        <translation>{0} sind noch nicht beendet</translation>
    </message>
</context>
<context>
    <name>StopDesk</name>
    <message>
        <source>Stop both</source>
        <translation>Beide stoppen</translation>
    </message>
    <message>
        <source>Stop this recording</source>
        <translation>Diese Aufnahme stoppen</translation>
    </message>
    <message>
        <source>Type the channel name “{0}” to stop this recording:</source>
        <translation>Tippen Sie den Kanalnamen „{0}“, um diese Aufnahme zu stoppen:</translation>
    </message>
    <message>
        <source>Type {0}, the number of the recordings, to stop both:</source>
        <translation>Tippen Sie {0}, die Anzahl der Aufnahmen, um beide zu stoppen:</translation>
    </message>
</context>
<context>
    <name>StorageCard</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Another bucket</source>
        <translation>Anderer Bucket</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>New target</source>
        <translation>Neues Ziel</translation>
    </message>
    <message>
        <source>No storage yet. Agora needs a bucket and a key that may write into it.</source>
        <translation>Noch kein Speicher. Agora braucht einen Bucket und einen Schlüssel, der darin schreiben darf.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Take this bucket out of the project; its files stay</source>
        <translation>Diesen Bucket aus dem Projekt nehmen; seine Dateien bleiben</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>its keys are kept</source>
        <translation>seine Schlüssel sind behalten</translation>
    </message>
    <message>
        <source>its keys are kept, …{0}</source>
        <translation>seine Schlüssel sind behalten, …{0}</translation>
    </message>
    <message>
        <source>its keys are not in the keyring</source>
        <translation>seine Schlüssel sind nicht im Schlüsselbund</translation>
    </message>
    <message>
        <source>reading its keys</source>
        <translation>Schlüssel werden gelesen</translation>
    </message>
    <message>
        <source>where Agora puts the files</source>
        <translation>wohin Agora die Dateien legt</translation>
    </message>
    <message>
        <source>with the keys typed here</source>
        <translation>mit den hier getippten Schlüsseln</translation>
    </message>
</context>
<context>
    <name>StorageExtras</name>
    <message>
        <source>Amazon S3 only</source>
        <translation>Nur Amazon S3</translation>
    </message>
    <message>
        <source>At least four hours ahead</source>
        <translation>Mindestens vier Stunden voraus</translation>
    </message>
    <message>
        <source>Put on every file; Amazon S3 and Alibaba Cloud OSS only</source>
        <translation>Kommt an jede Datei; nur Amazon S3 und Alibaba Cloud OSS</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>encryption at rest, object tag, temporary credential</source>
        <translation>Verschlüsselung im Speicher, Objekt-Tag, befristete Zugangsdaten</translation>
    </message>
</context>
<context>
    <name>StorageFields</name>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>host name of the store</source>
        <translation>Hostname des Speichers</translation>
    </message>
    <message>
        <source>the root of the bucket</source>
        <translation>die Wurzel des Buckets</translation>
    </message>
    <message>
        <source>{0} (no longer listed)</source>
        <translation>{0} (nicht mehr aufgeführt)</translation>
    </message>
</context>
<context>
    <name>StreamsCard</name>
    <message>
        <source>Agora no longer has this outside China</source>
        <translation>Agora bietet das außerhalb Chinas nicht mehr</translation>
    </message>
    <message>
        <source>An MP4 for each UID</source>
        <translation>Eine MP4 je UID</translation>
    </message>
    <message>
        <source>Apart</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Apart + merged</source>
        <translation>Getrennt + gemischt</translation>
    </message>
    <message>
        <source>Audio and video</source>
        <translation>Audio und Video</translation>
    </message>
    <message>
        <source>Audio as it was sent, not transcoded; for audio alone</source>
        <translation>Audio wie gesendet, ohne Transkodierung; nur für Audio allein</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Different UIDs that are recorded, audio and video together</source>
        <translation>Verschiedene UIDs, die aufgenommen werden, Audio und Video zusammen</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>One index for the audio and one for the video of each person</source>
        <translation>Je ein Index für Audio und Video jeder Person</translation>
    </message>
    <message>
        <source>One sound file of everybody</source>
        <translation>Eine Tondatei von allen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Postponed transcoding</source>
        <translation>Nachträgliches Transkodieren</translation>
    </message>
    <message>
        <source>Stereo</source>
        <translation>Stereo</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>The same, and one index more with both; recommended</source>
        <translation>Dasselbe, dazu ein Index mit beidem; empfohlen</translation>
    </message>
    <message>
        <source>Transcode or mix</source>
        <translation>Transkodieren oder mischen</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>work after the recording, which is gone from most of Agora</source>
        <translation>Arbeit nach der Aufnahme, die es bei Agora meist nicht mehr gibt</translation>
    </message>
    <message>
        <source>{0} Kbps</source>
        <translation>{0} Kbps</translation>
    </message>
    <message>
        <source>{0} kHz</source>
        <translation>{0} kHz</translation>
    </message>
    <message>
        <source>{0} to {1} people</source>
        <translation>{0} bis {1} Personen</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Agora not asked yet</source>
        <translation>Agora noch nicht gefragt</translation>
    </message>
    <message>
        <source>Agora's address and how fast it answered last</source>
        <translation>Adresse von Agora und wie schnell sie zuletzt geantwortet hat</translation>
    </message>
    <message>
        <source>Local time and UTC</source>
        <translation>Ortszeit und UTC</translation>
    </message>
    <message>
        <source>Requests in the last second, and how many Agora allows</source>
        <translation>Anfragen in der letzten Sekunde, und wie viele Agora erlaubt</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse liegen</translation>
    </message>
    <message>
        <source>Whether what happens is written down</source>
        <translation>Ob aufgeschrieben wird, was geschieht</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0} antwortet nicht</translation>
    </message>
    <message>
        <source>{0} of {1} requests/s</source>
        <translation>{0} von {1} Anfragen/s</translation>
    </message>
    <message>
        <source>{0} {1} ms</source>
        <translation>{0} {1} ms</translation>
    </message>
</context>
<context>
    <name>SubscriptionsTab</name>
    <message>
        <source>Agora accepted it at {0}.</source>
        <translation>Agora hat es um {0} angenommen.</translation>
    </message>
    <message>
        <source>Agora accepted the subscriptions at {0}.</source>
        <translation>Agora hat die Abonnements um {0} angenommen.</translation>
    </message>
    <message>
        <source>Agora would refuse this; see the fields.</source>
        <translation>Agora würde das ablehnen; siehe die Felder.</translation>
    </message>
    <message>
        <source>Agora's default. It was started elsewhere; how is not known here.</source>
        <translation>Vorgabe von Agora. Sie wurde anderswo gestartet; wie, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>All lists are sent: an update replaces every list that was valid before.</source>
        <translation>Alle Listen werden gesendet: Ein Update ersetzt jede Liste, die vorher galt.</translation>
    </message>
    <message>
        <source>As ordered at start.</source>
        <translation>Wie beim Start angeordnet.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>No recording is chosen.</source>
        <translation>Es ist keine Aufnahme gewählt.</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>Nichts ändert sich.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture of</source>
        <translation>Bild von</translation>
    </message>
    <message>
        <source>Send all lists to Agora; they replace the earlier ones</source>
        <translation>Alle Listen an Agora senden; sie ersetzen die früheren</translation>
    </message>
    <message>
        <source>Send the lists that were valid before again</source>
        <translation>Die Listen, die vorher galten, noch einmal senden</translation>
    </message>
    <message>
        <source>Sent; waiting for Agora's answer.</source>
        <translation>Gesendet; Agoras Antwort steht aus.</translation>
    </message>
    <message>
        <source>Show what is subscribed again</source>
        <translation>Wieder zeigen, was abonniert ist</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound of</source>
        <translation>Ton von</translation>
    </message>
    <message>
        <source>Subscribed</source>
        <translation>Abonniert</translation>
    </message>
    <message>
        <source>This is what is subscribed.</source>
        <translation>Das ist, was abonniert ist.</translation>
    </message>
    <message>
        <source>What Take changes</source>
        <translation>Was Take ändert</translation>
    </message>
</context>
<context>
    <name>Swatch</name>
    <message>
        <source>Choose a colour</source>
        <translation>Farbe wählen</translation>
    </message>
</context>
<context>
    <name>SystemCard</name>
    <message>
        <source>Another program is noted in {0}: {1}. Switch off and on for this one.</source>
        <translation>In {0} steht ein anderes Programm: {1}. Aus- und einschalten trägt dieses ein.</translation>
    </message>
    <message>
        <source>Ask for a newer release at each start</source>
        <translation>Bei jedem Start nach einer neueren Version fragen</translation>
    </message>
    <message>
        <source>No release is newer than {0}: {1} answered so, signed by the project.</source>
        <translation>Keine Version ist neuer als {0}: so antwortete {1}, vom Projekt signiert.</translation>
    </message>
    <message>
        <source>Noted in {0}. The window opens minimised.</source>
        <translation>Eingetragen in {0}. Das Fenster öffnet sich minimiert.</translation>
    </message>
    <message>
        <source>Nothing is noted in {0}.</source>
        <translation>In {0} ist nichts eingetragen.</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>Von selbst</translation>
    </message>
    <message>
        <source>One request to {0} that says nothing about you or this computer. Only an answer signed by the project is believed; nothing is downloaded.</source>
        <translation>Eine Anfrage an {0}, die nichts über Sie oder diesen Rechner sagt. Geglaubt wird nur, was vom Projekt signiert ist; heruntergeladen wird nichts.</translation>
    </message>
    <message>
        <source>Open its page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Open when I log in to this computer</source>
        <translation>Öffnen, wenn ich mich an diesem Rechner anmelde</translation>
    </message>
    <message>
        <source>This build knows no address to ask, so it cannot be switched on.</source>
        <translation>Diese Fassung kennt keine Adresse, die sie fragen könnte; darum lässt es sich nicht einschalten.</translation>
    </message>
    <message>
        <source>Version {0} is out; this is {1}.</source>
        <translation>Version {0} ist erschienen; dies ist {1}.</translation>
    </message>
    <message>
        <source>off until you want it</source>
        <translation>aus, bis Sie es wollen</translation>
    </message>
</context>
<context>
    <name>TakeBar</name>
    <message>
        <source> (Ctrl+F{0})</source>
        <translation> (Strg+F{0})</translation>
    </message>
    <message>
        <source>Bring back what was in Next</source>
        <translation>Zurückholen, was in Nächstes stand</translation>
    </message>
    <message>
        <source>Send the whole layout in Next to Agora{0}</source>
        <translation>Das ganze Layout aus Nächstes an Agora senden{0}</translation>
    </message>
    <message>
        <source>Send what was on air before the last take again</source>
        <translation>Noch einmal senden, was vor dem letzten Take auf Sendung war</translation>
    </message>
    <message>
        <source>Show what is on air again</source>
        <translation>Wieder zeigen, was auf Sendung ist</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>Undo changes</source>
        <translation>Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Undo take</source>
        <translation>Take zurücknehmen</translation>
    </message>
</context>
<context>
    <name>Taken</name>
    <message>
        <source>Left out: {0}. A config holds no secrets.</source>
        <translation>Weggelassen: {0}. Eine Konfiguration enthält keine Geheimnisse.</translation>
    </message>
    <message>
        <source>The draft has the settings of {0} now: {1}.</source>
        <translation>Der Entwurf hat jetzt die Einstellungen aus {0}: {1}.</translation>
    </message>
    <message>
        <source>Type them in the form, which keeps them in the keyring or in memory.</source>
        <translation>Tippen Sie sie ins Formular; es behält sie im Schlüsselbund oder im Speicher.</translation>
    </message>
    <message>
        <source>UID {0}</source>
        <translation>UID {0}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>channel {0}</source>
        <translation>Kanal {0}</translation>
    </message>
    <message>
        <source>mode {0}</source>
        <translation>Modus {0}</translation>
    </message>
</context>
<context>
    <name>TargetEditor</name>
    <message>
        <source> (no longer offered)</source>
        <translation> (nicht mehr im Angebot)</translation>
    </message>
    <message>
        <source>Called here</source>
        <translation>Heißt hier</translation>
    </message>
    <message>
        <source>Leave both empty to keep the stored ones.</source>
        <translation>Beide leer lassen, um die gespeicherten zu behalten.</translation>
    </message>
    <message>
        <source>Test storage</source>
        <translation>Speicher prüfen</translation>
    </message>
    <message>
        <source>Writes a small object, reads it back and removes it</source>
        <translation>Schreibt ein kleines Objekt, liest es zurück und entfernt es</translation>
    </message>
    <message>
        <source>folder/in/the/bucket</source>
        <translation>ordner/im/bucket</translation>
    </message>
    <message>
        <source>like the bucket</source>
        <translation>wie der Bucket</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Start at, local time</source>
        <translation>Start um, Ortszeit</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%Y-%m-%d</source>
        <translation>%d.%m.%Y</translation>
    </message>
</context>
<context>
    <name>ToastStack</name>
    <message>
        <source>1 more alarm</source>
        <translation>1 weiterer Alarm</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Show every alarm (F9)</source>
        <translation>Alle Alarme zeigen (F9)</translation>
    </message>
    <message>
        <source>{0} more alarms</source>
        <translation>{0} weitere Alarme</translation>
    </message>
</context>
<context>
    <name>Token</name>
    <message>
        <source>A token is valid for 1 to {0} hours, not {1}.</source>
        <translation>Ein Token gilt 1 bis {0} Stunden, nicht {1}.</translation>
    </message>
    <message>
        <source>No token is pasted. Paste one, or choose None.</source>
        <translation>Es ist kein Token eingefügt. Fügen Sie eines ein, oder wählen Sie Keines.</translation>
    </message>
    <message>
        <source>Store it in the project settings, or paste a token.</source>
        <translation>Hinterlegen Sie es in den Projekteinstellungen, oder fügen Sie ein Token ein.</translation>
    </message>
    <message>
        <source>UID not named</source>
        <translation>UID nicht genannt</translation>
    </message>
    <message>
        <source>UID {0}</source>
        <translation>UID {0}</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} verwenden</translation>
    </message>
    <message>
        <source>any UID</source>
        <translation>jede UID</translation>
    </message>
    <message>
        <source>channel not named</source>
        <translation>Kanal nicht genannt</translation>
    </message>
    <message>
        <source>channel {0}</source>
        <translation>Kanal {0}</translation>
    </message>
    <message>
        <source>expired {0} ago</source>
        <translation>vor {0} abgelaufen</translation>
    </message>
    <message>
        <source>expires in {0}</source>
        <translation>läuft ab in {0}</translation>
    </message>
    <message>
        <source>{0} has no App certificate, so no token can be made.</source>
        <translation>{0} hat kein App-Zertifikat, also kann kein Token erzeugt werden.</translation>
    </message>
</context>
<context>
    <name>TokenRows</name>
    <message>
        <source>Asking the keyring for the App certificate</source>
        <translation>Der Schlüsselbund wird nach dem App-Zertifikat gefragt</translation>
    </message>
    <message>
        <source>For a project without an App certificate</source>
        <translation>Für ein Projekt ohne App-Zertifikat</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Hours for which the token is valid</source>
        <translation>Stunden, die das Token gilt</translation>
    </message>
    <message>
        <source>Kept for this start only</source>
        <translation>Nur für diesen Start behalten</translation>
    </message>
    <message>
        <source>Made when Start is pressed; kept for this start only</source>
        <translation>Wird beim Start erzeugt; nur für diesen Start behalten</translation>
    </message>
    <message>
        <source>Makes one for this channel and recorder UID when Start is pressed</source>
        <translation>Erzeugt beim Start eines für diesen Kanal und diese Recorder-UID</translation>
    </message>
    <message>
        <source>Needs the App certificate, in the project settings under Advanced</source>
        <translation>Braucht das App-Zertifikat aus den Projekteinstellungen unter Erweitert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>One that was made elsewhere, for this channel and recorder UID</source>
        <translation>Eines, das anderswo für diesen Kanal und diese Recorder-UID erzeugt wurde</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Pasted token</source>
        <translation>Eingefügtes Token</translation>
    </message>
    <message>
        <source>The project</source>
        <translation>Das Projekt</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>h valid</source>
        <translation>h gültig</translation>
    </message>
    <message>
        <source>paste it here</source>
        <translation>hier einfügen</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>1 alarm</source>
        <translation>1 Alarm</translation>
    </message>
    <message>
        <source>1 needs attention</source>
        <translation>1 braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Agora Console</source>
        <translation>Agora Console</translation>
    </message>
    <message>
        <source>Choose or change the project</source>
        <translation>Projekt wählen oder ändern</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Command palette (Ctrl+K)</source>
        <translation>Befehlspalette (Strg+K)</translation>
    </message>
    <message>
        <source>Commands  Ctrl+K</source>
        <translation>Befehle  Strg+K</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>DEMO</translation>
    </message>
    <message>
        <source>DEMO — nothing is recorded</source>
        <translation>DEMO — nichts wird aufgenommen</translation>
    </message>
    <message>
        <source>Demo: a simulator on this machine answers, nothing is recorded</source>
        <translation>Demo: Ein Simulator auf diesem Rechner antwortet, nichts wird aufgenommen</translation>
    </message>
    <message>
        <source>Every command and its shortcut (F10)</source>
        <translation>Jeder Befehl und seine Tasten (F10)</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>Live: real recordings, real costs</source>
        <translation>Live: echte Aufnahmen, echte Kosten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Menu with every command and its shortcut</source>
        <translation>Menü mit jedem Befehl und seinen Tasten</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>No alarm is waiting</source>
        <translation>Kein Alarm wartet</translation>
    </message>
    <message>
        <source>No project</source>
        <translation>Kein Projekt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project settings…</source>
        <translation>Projekteinstellungen…</translation>
    </message>
    <message>
        <source>The demo works on the simulator only</source>
        <translation>Die Demo arbeitet nur mit dem Simulator</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Wand</translation>
    </message>
    <message>
        <source>Wall of cards</source>
        <translation>Kartenwand</translation>
    </message>
    <message>
        <source>Wall of cards (Ctrl+Shift+W)</source>
        <translation>Kartenwand (Strg+Umschalt+W)</translation>
    </message>
    <message>
        <source>nothing is recording</source>
        <translation>nichts nimmt auf</translation>
    </message>
    <message>
        <source>{0} (F9)</source>
        <translation>{0} (F9)</translation>
    </message>
    <message>
        <source>{0} alarms</source>
        <translation>{0} Alarme</translation>
    </message>
    <message>
        <source>{0} need attention</source>
        <translation>{0} brauchen Aufmerksamkeit</translation>
    </message>
    <message>
        <source>{0} planned</source>
        <translation>{0} geplant</translation>
    </message>
    <message>
        <source>{0} recording</source>
        <translation>{0} nehmen auf</translation>
    </message>
    <message>
        <source>{0} starting or ending</source>
        <translation>{0} im Start oder am Ende</translation>
    </message>
    <message>
        <source>{0} waiting</source>
        <translation>{0}: wartet auf Quittung</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>1 alarm</source>
        <translation>1 Alarm</translation>
    </message>
    <message>
        <source>1 start planned</source>
        <translation>1 Start geplant</translation>
    </message>
    <message>
        <source>Agora Console</source>
        <translation>Agora Console</translation>
    </message>
    <message>
        <source>Agora Console, DEMO</source>
        <translation>Agora Console, DEMO</translation>
    </message>
    <message>
        <source>All of them…</source>
        <translation>Alle…</translation>
    </message>
    <message>
        <source>Nothing is recording</source>
        <translation>Nichts nimmt auf</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Beenden…</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Stop…</source>
        <translation>Stoppen…</translation>
    </message>
    <message>
        <source>Stop… (locked)</source>
        <translation>Stoppen… (gesperrt)</translation>
    </message>
    <message>
        <source>and {0} more</source>
        <translation>und {0} weitere</translation>
    </message>
    <message>
        <source>nothing is recording</source>
        <translation>nichts nimmt auf</translation>
    </message>
    <message>
        <source>{0} alarms</source>
        <translation>{0} Alarme</translation>
    </message>
    <message>
        <source>{0} recording</source>
        <translation>{0} nehmen auf</translation>
    </message>
    <message>
        <source>{0} starting or ending</source>
        <translation>{0} im Start oder am Ende</translation>
    </message>
    <message>
        <source>{0} starts planned</source>
        <translation>{0} Starts geplant</translation>
    </message>
    <message>
        <source>{0} unknown, may record</source>
        <translation>{0} unbekannt, evtl. aufnehmend</translation>
    </message>
    <message>
        <source>{0}, locked</source>
        <translation>{0}, gesperrt</translation>
    </message>
    <message>
        <source>{0}…</source>
        <translation>{0}…</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>A recording appears here as soon as it is started.</source>
        <translation>Eine Aufnahme erscheint hier, sobald sie gestartet ist.</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Nothing is recording</source>
        <translation>Nichts nimmt auf</translation>
    </message>
    <message>
        <source>Wall</source>
        <translation>Kartenwand</translation>
    </message>
    <message>
        <source>Wall of recordings</source>
        <translation>Kartenwand der Aufnahmen</translation>
    </message>
    <message>
        <source>what wants a look comes first</source>
        <translation>was Aufmerksamkeit braucht, zuerst</translation>
    </message>
</context>
<context>
    <name>Whom</name>
    <message>
        <source>All but</source>
        <translation>Alle außer</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Said to Agora as {0}</source>
        <translation>Agora wird {0} gesagt</translation>
    </message>
    <message>
        <source>UIDs, 32 at most</source>
        <translation>UIDs, höchstens 32</translation>
    </message>
    <message>
        <source>{0}: all but these UIDs</source>
        <translation>{0}: alle außer diesen UIDs</translation>
    </message>
    <message>
        <source>{0}: only these UIDs</source>
        <translation>{0}: nur diese UIDs</translation>
    </message>
</context>
<context>
    <name>WhomRow</name>
    <message>
        <source>1001, 1002</source>
        <translation>1001, 1002</translation>
    </message>
    <message>
        <source>32 at most</source>
        <translation>höchstens 32</translation>
    </message>
    <message>
        <source>All but</source>
        <translation>Alle außer</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>UIDs</source>
        <translation>UIDs</translation>
    </message>
    <message>
        <source>{0}: UIDs</source>
        <translation>{0}: UIDs</translation>
    </message>
</context>
<context>
    <name>_Cells</name>
    <message>
        <source>Crop</source>
        <translation>Beschneiden</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
</context>
<context>
    <name>_ImageLine</name>
    <message>
        <source>Address of image {0}</source>
        <translation>Adresse von Bild {0}</translation>
    </message>
    <message>
        <source>Remove image {0}</source>
        <translation>Bild {0} entfernen</translation>
    </message>
    <message>
        <source>Remove this image</source>
        <translation>Dieses Bild entfernen</translation>
    </message>
    <message>
        <source>Rendering of image {0}</source>
        <translation>Darstellung von Bild {0}</translation>
    </message>
    <message>
        <source>UID</source>
        <translation>UID</translation>
    </message>
    <message>
        <source>UID of image {0}</source>
        <translation>UID von Bild {0}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Show UID {0}</source>
        <translation>UID {0} zeigen</translation>
    </message>
</context>
<context>
    <name>_SentDot</name>
    <message>
        <source>Set, and sent with the request</source>
        <translation>Gesetzt, wird mitgesendet</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
</context>
<context>
    <name>_Shade</name>
    <message>
        <source>Drop a config, a ticket or a cURL line</source>
        <translation>Konfiguration, Ticket oder cURL-Zeile hier ablegen</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Regions of the custom layout</source>
        <translation>Regionen des freien Layouts</translation>
    </message>
</context>
</TS>
