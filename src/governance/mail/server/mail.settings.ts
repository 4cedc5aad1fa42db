import { setting } from '#kernel/server/index.ts';

export const smtpServer = setting({ key: 'EmailSettings.SMTPServer', default: '', summary: 'Name or address of the server that takes mail. Empty: no mail leaves, and administrators see the links of invitations and resets.' });
export const smtpPort = setting({ key: 'EmailSettings.SMTPPort', default: '25', summary: 'Its port: 25, 587 with STARTTLS, 465 with TLS.' });
export const connectionSecurity = setting({ key: 'EmailSettings.ConnectionSecurity', default: '', choices: ['', 'TLS', 'STARTTLS'], summary: 'How the connection to it is encrypted.' });
export const enableSmtpAuth = setting({ key: 'EmailSettings.EnableSMTPAuth', default: false, summary: 'Log in to it.' });
export const smtpUsername = setting({ key: 'EmailSettings.SMTPUsername', default: '', summary: 'The name to log in with.' });
export const smtpPassword = setting({ key: 'EmailSettings.SMTPPassword', default: '', summary: 'The password to log in with.', is_secret: true });
export const smtpTimeout = setting({ key: 'EmailSettings.SMTPServerTimeout', default: 10, min: 1, max: 300, summary: 'Seconds that each step of talking to it may take.' });
export const skipCertificateCheck = setting({ key: 'EmailSettings.SkipServerCertificateVerification', default: false, summary: 'Take its certificate whoever signed it.' });
export const feedbackName = setting({ key: 'EmailSettings.FeedbackName', default: '', summary: 'The name that mails come from. Empty: the name of this server.' });
export const feedbackEmail = setting({ key: 'EmailSettings.FeedbackEmail', default: '', summary: 'The address that mails come from. Empty: no-reply at the name of this server.' });
export const replyTo = setting({ key: 'EmailSettings.ReplyToAddress', default: '', summary: 'The address to which answers go.' });
export const feedbackOrganization = setting({ key: 'EmailSettings.FeedbackOrganization', default: '', summary: 'Who stands at the foot of each mail, such as a company and its address.' });

export const settings = [smtpServer, smtpPort, connectionSecurity, enableSmtpAuth, smtpUsername, smtpPassword, smtpTimeout, skipCertificateCheck, feedbackName, feedbackEmail, replyTo, feedbackOrganization];
