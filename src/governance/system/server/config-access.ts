import type { Ctx } from '#kernel/server/index.ts';
import { hasPermission } from '#identity/roles/server/feature.ts';

// Whose matter a section is, as the ends of sysconsole_read_… and sysconsole_write_…; what is not named is for full administrators.
const SECTIONS: Readonly<Record<string, string>> = {
  ServiceSettings: 'environment_web_server', TeamSettings: 'site_users_and_teams', SqlSettings: 'environment_database', LogSettings: 'environment_logging', ExperimentalAuditSettings: 'experimental_features',
  PasswordSettings: 'authentication_password', FileSettings: 'environment_file_storage', EmailSettings: 'environment_smtp', RateLimitSettings: 'environment_rate_limiting', PrivacySettings: 'site_users_and_teams',
  SupportSettings: 'site_customization', AnnouncementSettings: 'site_announcement_banner', ThemeSettings: 'experimental_features', GitLabSettings: 'authentication_openid', GoogleSettings: 'authentication_openid',
  Office365Settings: 'authentication_openid', OpenIdSettings: 'authentication_openid', LdapSettings: 'authentication_ldap', ComplianceSettings: 'compliance_compliance_monitoring', LocalizationSettings: 'site_localization',
  SamlSettings: 'authentication_saml', NativeAppSettings: 'site_customization', IntuneSettings: 'environment_mobile_security', ClusterSettings: 'environment_high_availability', MetricsSettings: 'environment_performance_monitoring',
  ExperimentalSettings: 'experimental_features', ElasticsearchSettings: 'environment_elasticsearch', DataRetentionSettings: 'compliance_data_retention_policy', MessageExportSettings: 'compliance_compliance_export',
  PluginSettings: 'plugins', DisplaySettings: 'site_posts', GuestAccountsSettings: 'authentication_guest_access', ImageProxySettings: 'environment_image_proxy', CloudSettings: 'billing', FeatureFlags: 'experimental_feature_flags',
  WranglerSettings: 'site_posts',
};

// Settings that are somebody else's matter than their section; the first that fits.
const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^ServiceSettings\.(Enable(Incoming|Outgoing)Webhooks|EnableCommands|EnableOAuthServiceProvider|EnableDynamicClientRegistration|EnablePost(Username|Icon)Override|EnableUserAccessTokens|EnableOutgoingOAuthConnections|OutgoingIntegrationRequestsTimeout)$/, 'integrations_integration_management'],
  [/^ServiceSettings\.(EnableBotAccountCreation|DisableBotsWhenOwnerIsDeactivated)$/, 'integrations_bot_accounts'],
  [/^ServiceSettings\.(AllowCorsFrom|Cors\w+)$/, 'integrations_cors'],
  [/^ServiceSettings\.(EnableGifPicker|Giphy\w+|Gfycat\w+)$/, 'integrations_gif'],
  [/^ServiceSettings\.(Session\w+|ExtendSessionLengthWithActivity|TerminateSessionsOnPasswordChange)$/, 'environment_session_lengths'],
  [/^ServiceSettings\.(EnableDeveloper|EnableTesting|EnableClientPerformanceDebugging|AllowedUntrustedInternalConnections)$/, 'environment_developer'],
  [/^ServiceSettings\.(Enable|Enforce)MultifactorAuthentication$/, 'authentication_mfa'],
  [/^GuestAccountsSettings\./, 'authentication_guest_access'],
  [/^ServiceSettings\.(MaximumLoginAttempts)$/, 'authentication_password'],
  [/^ServiceSettings\.(EnableEmailInvitations)$/, 'authentication_signup'],
  [/^ServiceSettings\.(EnableCustomEmoji|EnableEmojiPicker|UniqueEmojiReactionLimitPerPost)$/, 'site_emoji'],
  [/^ServiceSettings\.(EnableLinkPreviews|RestrictLinkPreviews|EnablePermalinkPreviews|EnableLatex|EnableInlineLatex|EnableSVGs|ThreadAutoFollow|CollapsedThreads|PostPriority|Allow\w*PersistentNotifications\w*|PersistentNotification\w+|AllowSyncedDrafts|ScheduledPosts|GoogleDeveloperKey|PostEditTimeLimit)$/, 'site_posts'],
  [/^TeamSettings\.(SiteName|EnableCustomBrand|CustomBrandText|CustomDescriptionText)$/, 'site_customization'],
  [/^TeamSettings\.(EnableUserCreation|EnableOpenServer|RestrictCreationToDomains)$/, 'authentication_signup'],
  [/^FileSettings\.(EnableFileAttachments|EnableMobileUpload|EnableMobileDownload)$/, 'site_file_sharing_and_downloads'],
  [/^FileSettings\.EnablePublicLink$/, 'site_public_links'],
  [/^EmailSettings\.RequireEmailVerification$/, 'authentication_signup'],
  [/^EmailSettings\.Enable(SignUpWithEmail|SignInWithEmail|SignInWithUsername)$/, 'authentication_email'],
  [/^EmailSettings\.(SendPushNotifications|PushNotification\w+)$/, 'environment_push_notification_server'],
  [/^EmailSettings\.(SendEmailNotifications|EnableEmailBatching|EmailNotificationContentsType|Feedback\w+|ReplyToAddress|EnablePreviewModeBanner)$/, 'site_notifications'],
  [/^SupportSettings\.CustomTermsOfService\w+$/, 'compliance_custom_terms_of_service'],
  [/^AnnouncementSettings\.(\w*Notices\w*)$/, 'site_notices'],
];

/** The permissions of which one lets read (or write) some of the config. */
export function accessPermissions(kind: 'read' | 'write'): [string, ...string[]] {
  const ends = new Set([...Object.values(SECTIONS), ...EXCEPTIONS.map(([, end]) => end)]);
  return ['manage_system', ...[...ends].map((end) => `sysconsole_${kind}_${end}`)];
}

/** Tells of each setting whether the actor may read (or write) it. */
export async function configAccess(ctx: Ctx, kind: 'read' | 'write'): Promise<(key: string) => boolean> {
  if (await hasPermission(ctx, 'manage_system')) return () => true;
  const granted = new Set<string>();
  for (const permission of accessPermissions(kind)) if (await hasPermission(ctx, permission)) granted.add(permission);
  return (key) => {
    const end = EXCEPTIONS.find(([pattern]) => pattern.test(key))?.[1] ?? SECTIONS[key.split('.')[0]!];
    return end !== undefined && granted.has(`sysconsole_${kind}_${end}`);
  };
}
