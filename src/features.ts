import { apiDocumentFeature } from '#governance/api-document/server/feature.ts';
import { backgroundJobsFeature } from '#governance/background-jobs/server/feature.ts';
import { reportsFeature } from '#governance/reports/server/feature.ts';
import { bulkFeature } from '#governance/bulk/server/feature.ts';
import { brandFeature } from '#governance/brand/server/feature.ts';
import { pluginsFeature } from '#governance/plugins/server/feature.ts';
import { serverLogsFeature } from '#governance/server-logs/server/feature.ts';
import { supportFeature } from '#governance/support/server/feature.ts';
import { mailFeature } from '#governance/mail/server/feature.ts';
import { upkeepFeature } from '#governance/upkeep/server/feature.ts';
import { systemFeature } from '#governance/system/server/feature.ts';
import { groupsFeature } from '#identity/groups/server/feature.ts';
import { lettersFeature } from '#identity/letters/server/feature.ts';
import { preferencesFeature } from '#identity/preferences/server/feature.ts';
import { profileAttributesFeature } from '#identity/profile-attributes/server/feature.ts';
import { rolesFeature } from '#identity/roles/server/feature.ts';
import { schemesFeature } from '#identity/schemes/server/feature.ts';
import { sessionsFeature } from '#identity/sessions/server/feature.ts';
import { statusFeature } from '#identity/status/server/feature.ts';
import { teamsFeature } from '#identity/teams/server/feature.ts';
import { termsFeature } from '#identity/terms/server/feature.ts';
import { usersFeature } from '#identity/users/server/feature.ts';
import { channelGroupsFeature } from '#messaging/channel-groups/server/feature.ts';
import { bookmarksFeature } from '#messaging/bookmarks/server/feature.ts';
import { channelsFeature } from '#messaging/channels/server/feature.ts';
import { draftsFeature } from '#messaging/drafts/server/feature.ts';
import { emojiFeature } from '#messaging/emoji/server/feature.ts';
import { filesFeature } from '#messaging/files/server/feature.ts';
import { mailNoticesFeature } from '#messaging/mail-notices/server/feature.ts';
import { postsFeature } from '#messaging/posts/server/feature.ts';
import { previewsFeature } from '#messaging/previews/server/feature.ts';
import { priorityFeature } from '#messaging/priority/server/feature.ts';
import { reactionsFeature } from '#messaging/reactions/server/feature.ts';
import { remindersFeature } from '#messaging/reminders/server/feature.ts';
import { scheduledPostsFeature } from '#messaging/scheduled-posts/server/feature.ts';
import { uploadsFeature } from '#messaging/uploads/server/feature.ts';
import { searchFeature } from '#messaging/search/server/feature.ts';
import { threadsFeature } from '#messaging/threads/server/feature.ts';
import { sidebarFeature } from '#messaging/sidebar/server/feature.ts';
import { botsFeature } from '#extensions/bots/server/feature.ts';
import { commandContractsFeature } from '#extensions/command-contracts/server/feature.ts';
import { commandsFeature } from '#extensions/commands/server/feature.ts';
import { deliveriesFeature } from '#extensions/deliveries/server/feature.ts';
import { interactionsFeature } from '#extensions/interactions/server/feature.ts';
import { outgoingOAuthFeature } from '#extensions/outgoing-oauth/server/feature.ts';
import { outgoingWebhooksFeature } from '#extensions/outgoing-webhooks/server/feature.ts';
import { oauthFeature } from '#extensions/oauth/server/feature.ts';
import { subscriptionsFeature } from '#extensions/subscriptions/server/feature.ts';
import { webhooksFeature } from '#extensions/webhooks/server/feature.ts';
import { alertmanagerFeature } from '#integrations/alertmanager/server/feature.ts';
import { githubFeature } from '#integrations/github/server/feature.ts';
import { gitlabFeature } from '#integrations/gitlab/server/feature.ts';
import { grafanaFeature } from '#integrations/grafana/server/feature.ts';
import { jenkinsFeature } from '#integrations/jenkins/server/feature.ts';
import { pagerdutyFeature } from '#integrations/pagerduty/server/feature.ts';
import { sentryFeature } from '#integrations/sentry/server/feature.ts';
import type { Feature } from '#kernel/server/index.ts';

/** The catalogue: every feature of the product, in the order in which they start. One import and one line for each. */
export const features: Feature[] = [
  lettersFeature,
  rolesFeature,
  schemesFeature,
  usersFeature,
  sessionsFeature,
  preferencesFeature,
  statusFeature,
  teamsFeature,
  groupsFeature,
  termsFeature,
  profileAttributesFeature,
  channelsFeature,
  channelGroupsFeature,
  sidebarFeature,
  postsFeature,
  threadsFeature,
  mailNoticesFeature,
  emojiFeature,
  reactionsFeature,
  filesFeature,
  draftsFeature,
  scheduledPostsFeature,
  priorityFeature,
  remindersFeature,
  bookmarksFeature,
  previewsFeature,
  uploadsFeature,
  searchFeature,
  outgoingOAuthFeature,
  deliveriesFeature,
  webhooksFeature,
  outgoingWebhooksFeature,
  subscriptionsFeature,
  botsFeature,
  interactionsFeature,
  commandsFeature,
  commandContractsFeature,
  oauthFeature,
  mailFeature,
  backgroundJobsFeature,
  upkeepFeature,
  systemFeature,
  apiDocumentFeature,
  reportsFeature,
  brandFeature,
  bulkFeature,
  pluginsFeature,
  serverLogsFeature,
  supportFeature,
  githubFeature,
  alertmanagerFeature,
  grafanaFeature,
  gitlabFeature,
  jenkinsFeature,
  pagerdutyFeature,
  sentryFeature,
];
