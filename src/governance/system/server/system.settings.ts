import { setting } from '#kernel/server/index.ts';

export const siteUrl = setting({ key: 'ServiceSettings.SiteURL', default: '', summary: 'The address that people open, such as https://chat.example.com. Empty: the one that the server listens on.', check: (url) => (url === '' || isOrigin(url) ? undefined : 'an address such as https://chat.example.com, without a path') });
export const siteName = setting({ key: 'TeamSettings.SiteName', default: 'Muster', summary: 'How this server calls itself.', client: 'SiteName', is_public: true });
export const customDescription = setting({ key: 'TeamSettings.CustomDescriptionText', default: '', summary: 'What stands below the name before log-in.', client: 'CustomDescriptionText', is_public: true });
export const helpLink = setting({ key: 'SupportSettings.HelpLink', default: '', summary: 'Where people find help.', client: 'HelpLink', is_public: true });
export const termsLink = setting({ key: 'SupportSettings.TermsOfServiceLink', default: '', summary: 'The terms of use.', client: 'TermsOfServiceLink', is_public: true });
export const privacyLink = setting({ key: 'SupportSettings.PrivacyPolicyLink', default: '', summary: 'The privacy policy.', client: 'PrivacyPolicyLink', is_public: true });
export const supportEmail = setting({ key: 'SupportSettings.SupportEmail', default: '', summary: 'Whom to write for help.', client: 'SupportEmail', is_public: true });
export const enableBanner = setting({ key: 'AnnouncementSettings.EnableBanner', default: false, summary: 'Everybody sees an announcement.', client: 'EnableBanner' });
export const bannerText = setting({ key: 'AnnouncementSettings.BannerText', default: '', summary: 'The announcement.', client: 'BannerText' });
export const bannerColor = setting({ key: 'AnnouncementSettings.BannerColor', default: '#f2a93b', summary: 'Its background.', client: 'BannerColor' });
export const bannerTextColor = setting({ key: 'AnnouncementSettings.BannerTextColor', default: '#333333', summary: 'Its letters.', client: 'BannerTextColor' });
export const allowBannerDismissal = setting({ key: 'AnnouncementSettings.AllowBannerDismissal', default: true, summary: 'People can put the announcement away.', client: 'AllowBannerDismissal' });
export const teammateNameDisplay = setting({ key: 'TeamSettings.TeammateNameDisplay', default: 'username', choices: ['username', 'nickname_full_name', 'full_name'], summary: 'How clients call people, unless a person chooses otherwise.', client: 'TeammateNameDisplay' });
export const lockTeammateNameDisplay = setting({ key: 'TeamSettings.LockTeammateNameDisplay', default: false, summary: 'People cannot choose how others are called.', client: 'LockTeammateNameDisplay' });
export const enableDeveloper = setting({ key: 'ServiceSettings.EnableDeveloper', default: false, summary: 'Clients show what helps their developers.', client: 'EnableDeveloper' });

function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.origin === text;
}

export const settings = [siteUrl, siteName, customDescription, helpLink, termsLink, privacyLink, supportEmail, enableBanner, bannerText, bannerColor, bannerTextColor, allowBannerDismissal, teammateNameDisplay, lockTeammateNameDisplay, enableDeveloper];
