import type { ClientLicense } from '#kernel/wire/index.ts';

const FEATURES = [
  'LDAP', 'LDAPGroups', 'MFA', 'GoogleOAuth', 'Office365OAuth', 'OpenId', 'Compliance', 'MHPNS', 'Announcement', 'Elasticsearch', 'DataRetention', 'IDLoadedPushNotifications', 'EmailNotificationContents', 'MessageExport',
  'CustomPermissionsSchemes', 'GuestAccounts', 'GuestAccountsPermissions', 'CustomTermsOfService', 'LockTeammateNameDisplay', 'EnterprisePlugins', 'AdvancedLogging', 'SharedChannels', 'RemoteClusterService',
  'OutgoingOAuthConnections', 'Cluster', 'Metrics', 'SAML', 'ThemeManagement', 'AutoTranslation', 'FutureFeatures',
];

const FOREVER = String(Date.UTC(2999, 11, 31));

/** Clients hide what no licence names. Muster has none to sell: it names everything, for everybody, for ever. */
export const clientLicence: ClientLicense = {
  IsLicensed: 'true',
  Id: 'muster',
  SkuName: 'Muster',
  SkuShortName: 'advanced',
  IsTrial: 'false',
  IsGovSku: 'false',
  Cloud: 'false',
  Users: '0',
  Name: '',
  Email: '',
  Company: '',
  IssuedAt: '0',
  StartsAt: '0',
  ExpiresAt: FOREVER,
  ...Object.fromEntries(FEATURES.map((name) => [name, 'true'])),
};
