import { ExternalLink, Image as ImageIcon } from 'lucide-react';
import { createContext, useContext, type MouseEvent, type ReactNode } from 'react';
import { GroupPopover, useGroupByName, useMyGroupNames } from '#identity/groups/web/index.ts';
import { useCurrentTeam } from '#identity/teams/web/index.ts';
import { useUserByUsername } from '#identity/users/web/index.ts';
import { classNames, goTo, panel, useMyUserId, useT } from '#kernel/web/index.ts';
import { channelPath, channelsStore } from '#messaging/channels/web/index.ts';
import { Emoji, EmojiText } from '#messaging/emoji/web/index.ts';
import type { PostProps } from '#messaging/posts/wire/index.ts';
import type { MarkdownParts } from '../../markdown/render.tsx';
import { ownImagePath, ownPath, safeUrl } from '../../markdown/urls.ts';
import { post_messages as m } from '../../posts.messages.ts';
import { PersonButton } from '../PersonButton/PersonButton.tsx';
import { CodeBlock } from './CodeBlock.tsx';
import styles from './Markdown.module.css';

export type MarkdownMentions = { channel_mentions: NonNullable<PostProps['channel_mentions']>; is_mention_marked: boolean };

export const MarkdownContext = createContext<MarkdownMentions>({ channel_mentions: {}, is_mention_marked: true });

const EVERYBODY = new Set(['all', 'channel', 'here']);
const TRAILING = /[.:_-]+$/;

/** `@name`: a person's name opens the profile; unknown names stay text. A dot at the end may belong to the sentence. */
function Mention({ name }: { name: string }): ReactNode {
  const short = name.replace(TRAILING, '');
  const whole = useUserByUsername(name);
  const trimmed = useUserByUsername(short);
  const { is_mention_marked } = useContext(MarkdownContext);
  const me = useMyUserId();
  const user = whole ?? trimmed;
  const rest = whole ? '' : name.slice(short.length);
  if (EVERYBODY.has(short.toLowerCase())) return <><span className={classNames(styles.mention, is_mention_marked && styles.mine)}>@{short}</span>{rest}</>;
  if (!user) return <GroupMention name={short} rest={name.slice(short.length)} />;
  return <><PersonButton user_id={user.id} className={classNames(styles.mention, is_mention_marked && user.id === me && styles.mine)}>@{user.username}</PersonButton>{rest}</>;
}

/** `@name` of a group: its card. Names that nobody has stay text. */
function GroupMention({ name, rest }: { name: string; rest: string }): ReactNode {
  const group = useGroupByName(name);
  const mine = useMyGroupNames();
  const { is_mention_marked } = useContext(MarkdownContext);
  if (!group?.name) return `@${name}${rest}`;
  const is_mine = is_mention_marked && mine.split(',').includes(group.name);
  return <><GroupPopover group={group} trigger={<button type="button" className={classNames(styles.mention, is_mine && styles.mine)}>@{group.name}</button>} />{rest}</>;
}

/** `~name`: a link to the channel where it is known to the reader. */
function ChannelLink({ name }: { name: string }): ReactNode {
  const { channel_mentions } = useContext(MarkdownContext);
  const short = name.replace(TRAILING, '');
  const key = [name, short].find((one) => Object.hasOwn(channel_mentions, one));
  const team_id = useCurrentTeam()?.id;
  const channel = channelsStore((state) => Object.values(state.by_id).find((one) => one.name === (key ?? short) && one.team_id === team_id));
  if (!key && !channel) return `~${name}`;
  const label = channel?.display_name ?? channel_mentions[key!]!.display_name;
  const team_name = key ? channel_mentions[key]?.team_name : undefined;
  const path = channel ? channelPath(channel) : `/${team_name}/channels/${key}`;
  return <><a className={styles.channel} href={path} onClick={(event) => stayInPage(event, path)}>~{label}</a>{name.slice((key ?? short).length)}</>;
}

/** `#tag`: finds all messages with it. */
function Hashtag({ tag }: { tag: string }): ReactNode {
  return <button type="button" className={styles.hashtag} onClick={() => panel.open({ kind: 'search', terms: `#${tag}` })}>#{tag}</button>;
}

function Link({ href, children }: { href: string; children: ReactNode }): ReactNode {
  const path = ownPath(href, location.origin);
  if (path) return <a href={path} onClick={(event) => stayInPage(event, path)}>{children}</a>;
  return <a href={href} target="_blank" rel="noopener noreferrer">{children}</a>;
}

/** A picture of this server is drawn; one of another site is a link, so that no site learns who reads. */
function Image({ src, alt }: { src: string; alt: string }): ReactNode {
  const t = useT();
  const path = ownImagePath(src, location.origin);
  if (path) return <img className={styles.image} src={path} alt={alt} loading="lazy" />;
  const href = safeUrl(src);
  const label = alt ? t(m.picture_link, { name: alt }) : t(m.picture);
  if (!href) return label;
  return <a className={styles.picture} href={href} target="_blank" rel="noopener noreferrer" title={href}><ImageIcon size={14} aria-hidden="true" />{label}<ExternalLink size={12} aria-hidden="true" /></a>;
}

function TaskBox({ is_done }: { is_done: boolean }): ReactNode {
  const t = useT();
  return <input type="checkbox" className={styles.task} checked={is_done} disabled readOnly aria-label={t(is_done ? m.task_done : m.task_open)} />;
}

/** Ordinary clicks stay in the page; those that ask for a new tab get one. */
export function stayInPage(event: MouseEvent, path: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  goTo(path);
}

export const parts: MarkdownParts = {
  Mention,
  ChannelLink,
  Hashtag,
  Link,
  Image,
  TaskBox,
  CodeBlock,
  Emoji: ({ name, is_jumbo }) => <Emoji name={name} size={is_jumbo ? 'jumbo' : 'text'} />,
  EmojiText: ({ text, is_jumbo }) => <EmojiText text={text} size={is_jumbo ? 'jumbo' : 'text'} />,
};
