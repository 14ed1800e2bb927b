; The installer for Windows, compiled by Inno Setup 6 from packaging/build.py:
;   iscc /DVersion=… /DName=… /DBundle=dist\agora-console /DIcons=build\prepared agora-console.iss
; It needs no administrator, starts nothing with the system, and leaves the data folder where it is
; when it is uninstalled: a recording that still runs can be stopped only by its ids.

#ifndef Version
  #error Version is not given: run packaging/build.py
#endif

[Setup]
AppId={{5C0E6B39-2B6B-4C1D-9C52-0E2D2E6A7F41}
AppName=Agora Console
AppVersion={#Version}
AppPublisher=Agora Console contributors
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
Compression=lzma2
DefaultDirName={autopf}\Agora Console
DefaultGroupName=Agora Console
DisableProgramGroupPage=yes
LicenseFile={#Bundle}\_internal\LICENSE
MinVersion=10.0.17763
OutputBaseFilename={#Name}-setup
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
SetupIconFile={#Icons}\agora-console.ico
SolidCompression=yes
UninstallDisplayIcon={app}\agora-console-window.exe
UninstallDisplayName=Agora Console
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
; Signs the installer and the uninstaller where a tool of that name is set up; see sign.ps1.
#ifdef Sign
SignTool={#Sign}
#endif

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; Libraries of the version before would be loaded beside those of this one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Agora Console"; Filename: "{app}\agora-console-window.exe"; AppUserModelID: "AgoraConsole"
Name: "{group}\Agora Console (demo)"; Filename: "{app}\agora-console-window.exe"; Parameters: "--demo"
Name: "{autodesktop}\Agora Console"; Filename: "{app}\agora-console-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\agora-console.exe"; ValueType: string; ValueData: "{app}\agora-console.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.agora-ticket"; ValueType: string; ValueData: "AgoraConsole.Ticket"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Ticket"; ValueType: string; ValueData: "Agora Console session ticket"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Ticket\DefaultIcon"; ValueType: string; ValueData: "{app}\agora-console-window.exe,0"
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Ticket\shell\open\command"; ValueType: string; ValueData: """{app}\agora-console-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.agora-config"; ValueType: string; ValueData: "AgoraConsole.Config"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Config"; ValueType: string; ValueData: "Agora Cloud Recording config"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Config\DefaultIcon"; ValueType: string; ValueData: "{app}\agora-console-window.exe,0"
Root: HKA; Subkey: "Software\Classes\AgoraConsole.Config\shell\open\command"; ValueType: string; ValueData: """{app}\agora-console-window.exe"" ""%1"""
; Written by the program where somebody switches it on; it goes with the program.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Agora Console"; Flags: dontcreatekey uninsdeletevalue
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"; ValueType: none; ValueName: "Agora Console"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\agora-console-window.exe"; Description: "{cm:LaunchProgram,Agora Console}"; Flags: nowait postinstall skipifsilent
