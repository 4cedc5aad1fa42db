-- Every post changes the counters of its channel's row: room in the page keeps those updates off the indexes.
CREATE TABLE channels (
  id text COLLATE "C" PRIMARY KEY,
  create_at bigint NOT NULL,
  update_at bigint NOT NULL,
  delete_at bigint NOT NULL DEFAULT 0,
  team_id text COLLATE "C" NOT NULL,
  type text NOT NULL,
  display_name text NOT NULL,
  name text COLLATE "C" NOT NULL,
  header text NOT NULL DEFAULT '',
  purpose text NOT NULL DEFAULT '',
  creator_id text COLLATE "C" NOT NULL DEFAULT '',
  scheme_id text COLLATE "C",
  group_constrained boolean,
  shared boolean,
  banner_info jsonb,
  default_category_name text NOT NULL DEFAULT '',
  last_post_at bigint NOT NULL DEFAULT 0,
  last_root_post_at bigint NOT NULL DEFAULT 0,
  total_msg_count bigint NOT NULL DEFAULT 0,
  total_msg_count_root bigint NOT NULL DEFAULT 0,
  -- Running counts of mentions of the whole channel.
  wide_mention_count bigint NOT NULL DEFAULT 0,
  wide_mention_count_root bigint NOT NULL DEFAULT 0,
  wide_urgent_count bigint NOT NULL DEFAULT 0,
  UNIQUE (team_id, name)
) WITH (fillfactor = 50);

-- explicit roles, notify_props: only what differs from the default. msg_count, wide_*_seen: what the member has read of
-- the channel's running counts. is_wide_ignored: mentions of the whole channel do not count for this member.
CREATE TABLE channel_members (
  channel_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  create_at bigint NOT NULL,
  explicit_roles text NOT NULL DEFAULT '',
  scheme_guest boolean NOT NULL DEFAULT false,
  scheme_user boolean NOT NULL DEFAULT true,
  scheme_admin boolean NOT NULL DEFAULT false,
  notify_props jsonb NOT NULL DEFAULT '{}',
  last_update_at bigint NOT NULL,
  last_viewed_at bigint NOT NULL DEFAULT 0,
  msg_count bigint NOT NULL DEFAULT 0,
  msg_count_root bigint NOT NULL DEFAULT 0,
  mention_count bigint NOT NULL DEFAULT 0,
  mention_count_root bigint NOT NULL DEFAULT 0,
  urgent_mention_count bigint NOT NULL DEFAULT 0,
  wide_mention_seen bigint NOT NULL DEFAULT 0,
  wide_mention_seen_root bigint NOT NULL DEFAULT 0,
  wide_urgent_seen bigint NOT NULL DEFAULT 0,
  is_wide_ignored boolean NOT NULL DEFAULT false,
  PRIMARY KEY (channel_id, user_id)
) WITH (fillfactor = 80);
CREATE INDEX channel_members_user_id ON channel_members (user_id);

-- The one place that knows what a member's counts are: personal mentions and those of the whole channel not seen yet.
CREATE VIEW channel_member_counts AS
SELECT m.channel_id, m.user_id, m.explicit_roles, m.scheme_guest, m.scheme_user, m.scheme_admin, m.notify_props, m.last_update_at, m.last_viewed_at, m.msg_count, m.msg_count_root,
  m.mention_count + CASE WHEN m.is_wide_ignored THEN 0 ELSE c.wide_mention_count - m.wide_mention_seen END AS mention_count,
  m.mention_count_root + CASE WHEN m.is_wide_ignored THEN 0 ELSE c.wide_mention_count_root - m.wide_mention_seen_root END AS mention_count_root,
  m.urgent_mention_count + CASE WHEN m.is_wide_ignored THEN 0 ELSE c.wide_urgent_count - m.wide_urgent_seen END AS urgent_mention_count,
  c.total_msg_count - m.msg_count AS unread_count,
  c.total_msg_count_root - m.msg_count_root AS unread_count_root,
  COALESCE(m.notify_props ->> 'mark_unread', 'all') = 'mention' AS is_muted,
  c.team_id, c.type AS channel_type, c.delete_at AS channel_delete_at, c.last_post_at
FROM channel_members m JOIN channels c ON c.id = m.channel_id;
