import { setting } from '#kernel/server/index.ts';

export const enableUserCreation = setting({ key: 'TeamSettings.EnableUserCreation', default: true, summary: 'People can create accounts.', client: 'EnableUserCreation', is_public: true });
export const enableOpenServer = setting({ key: 'TeamSettings.EnableOpenServer', default: true, summary: 'Accounts can be created without an invitation.', client: 'EnableOpenServer', is_public: true });
export const enableSignUpWithEmail = setting({ key: 'EmailSettings.EnableSignUpWithEmail', default: true, summary: 'Accounts can be created with an address and a password.', client: 'EnableSignUpWithEmail', is_public: true });
export const restrictCreationToDomains = setting({ key: 'TeamSettings.RestrictCreationToDomains', default: '', summary: 'Accounts can be created only with addresses of these domains, separated by commas.' });
export const enableUserDeactivation = setting({ key: 'TeamSettings.EnableUserDeactivation', default: false, summary: 'People can deactivate their own accounts.', client: 'EnableUserDeactivation' });
export const enableUserDeletion = setting({ key: 'ServiceSettings.EnableAPIUserDeletion', default: false, summary: 'Administrators can delete accounts for good.' });
export const showEmailAddress = setting({ key: 'PrivacySettings.ShowEmailAddress', default: true, summary: 'Everybody sees the addresses of others.', client: 'ShowEmailAddress' });
export const showFullName = setting({ key: 'PrivacySettings.ShowFullName', default: true, summary: 'Everybody sees the full names of others.', client: 'ShowFullName' });
export const defaultLocale = setting({ key: 'LocalizationSettings.DefaultClientLocale', default: 'en', summary: 'Language of new accounts and before log-in.', client: 'DefaultClientLocale', is_public: true });
export const requireEmailVerification = setting({ key: 'EmailSettings.RequireEmailVerification', default: false, summary: 'An address must be proven before the first log-in.', client: 'RequireEmailVerification' });
export const passwordMinimumLength = setting({ key: 'PasswordSettings.MinimumLength', default: 8, min: 5, max: 72, summary: 'Fewest characters of a password.', client: 'PasswordMinimumLength', is_public: true });
export const passwordLowercase = setting({ key: 'PasswordSettings.Lowercase', default: false, summary: 'A password must have a small letter.', client: 'PasswordRequireLowercase', is_public: true });
export const passwordUppercase = setting({ key: 'PasswordSettings.Uppercase', default: false, summary: 'A password must have a capital letter.', client: 'PasswordRequireUppercase', is_public: true });
export const passwordNumber = setting({ key: 'PasswordSettings.Number', default: false, summary: 'A password must have a digit.', client: 'PasswordRequireNumber', is_public: true });
export const passwordSymbol = setting({ key: 'PasswordSettings.Symbol', default: false, summary: 'A password must have a sign that is neither letter nor digit.', client: 'PasswordRequireSymbol', is_public: true });
export const endOnPasswordChange = setting({ key: 'ServiceSettings.TerminateSessionsOnPasswordChange', default: true, summary: 'A new password ends the other sessions of its account.' });
export const enableMfa = setting({ key: 'ServiceSettings.EnableMultifactorAuthentication', default: true, summary: 'People can protect their accounts by a second factor.', client: 'EnableMultifactorAuthentication', is_public: true });
export const enforceMfa = setting({ key: 'ServiceSettings.EnforceMultifactorAuthentication', default: false, summary: 'Everybody must set up a second factor.', client: 'EnforceMultifactorAuthentication', is_public: true });
export const maximumLoginAttempts = setting({ key: 'ServiceSettings.MaximumLoginAttempts', default: 10, min: 1, summary: 'Wrong passwords in a row until an account is locked.' });
export const enableGuestAccounts = setting({ key: 'GuestAccountsSettings.Enable', default: true, summary: 'Guests can be invited.', client: 'EnableGuestAccounts', is_public: true });

export const allowGuestEmailAccounts = setting({ key: 'GuestAccountsSettings.AllowEmailAccounts', default: true, summary: 'Guests can have an account with a password of its own.' });
export const restrictGuestsToDomains = setting({ key: 'GuestAccountsSettings.RestrictCreationToDomains', default: '', summary: 'Guests can be invited only by addresses of these domains, separated by commas.' });
export const enforceGuestMfa = setting({ key: 'GuestAccountsSettings.EnforceMultifactorAuthentication', default: false, summary: 'Guests must set up a second factor.', client: 'GuestAccountsEnforceMultifactorAuthentication', is_public: true });
export const hideGuestTags = setting({ key: 'GuestAccountsSettings.HideTags', default: false, summary: 'Names of guests have no mark.', client: 'HideGuestTags' });

export const settings = [
  enableUserCreation, enableOpenServer, enableSignUpWithEmail, restrictCreationToDomains, enableUserDeactivation, enableUserDeletion, showEmailAddress, showFullName, defaultLocale, requireEmailVerification,
  passwordMinimumLength, passwordLowercase, passwordUppercase, passwordNumber, passwordSymbol, endOnPasswordChange, enableMfa, enforceMfa, maximumLoginAttempts, enableGuestAccounts,
  allowGuestEmailAccounts, restrictGuestsToDomains, enforceGuestMfa, hideGuestTags,
];
