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

/** The same as administrators see it when they bring a licence. */
export const licence = {
  id: 'muster',
  issued_at: 0,
  starts_at: 0,
  expires_at: Number(FOREVER),
  customer: null,
  features: Object.fromEntries(FEATURES.map((name) => [name.replace(/[A-Z]+(?=[A-Z][a-z]|$)|[A-Z][a-z0-9]*/g, (word, at: number) => (at ? '_' : '') + word.toLowerCase()), true])),
  sku_name: 'Muster',
  sku_short_name: 'advanced',
  is_trial: false,
  is_gov_sku: false,
  is_seat_count_enforced: false,
  extra_users: null,
  signup_jwt: null,
  limits: null,
};
