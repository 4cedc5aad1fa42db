import { setting } from './settings.ts';

const LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'debug', 'info', 'warn', 'error'] as const;

export const logConsole = setting({ key: 'LogSettings.EnableConsole', default: true, summary: 'The log is written to standard error.' });
export const consoleLevel = setting<string>({ key: 'LogSettings.ConsoleLevel', default: 'DEBUG', choices: LEVELS, summary: 'From which level on, of what MUSTER_LOG_LEVEL lets through.' });
export const consoleJson = setting({ key: 'LogSettings.ConsoleJson', default: true, summary: 'As JSON, one object a line; otherwise as text for people.' });
export const logFile = setting({ key: 'LogSettings.EnableFile', default: true, summary: 'The log is kept in a file.' });
export const fileLevel = setting<string>({ key: 'LogSettings.FileLevel', default: 'INFO', choices: LEVELS, summary: 'From which level on, of what MUSTER_LOG_LEVEL lets through.' });
export const fileJson = setting({ key: 'LogSettings.FileJson', default: true, summary: 'As JSON, one object a line; otherwise as text for people, which the page of the log cannot filter.' });
export const fileLocation = setting({ key: 'LogSettings.FileLocation', default: '', summary: "The log file's folder; empty: logs in the data folder. It holds from the next start on." });

export const logSettings = [logConsole, consoleLevel, consoleJson, logFile, fileLevel, fileJson, fileLocation];
