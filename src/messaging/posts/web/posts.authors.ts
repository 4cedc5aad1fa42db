import { useDisplayName, useUser } from '#identity/users/web/index.ts';
import { useT } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { ownImagePath } from './markdown/urls.ts';
import { post_messages as m } from './posts.messages.ts';

/** Under which name and picture a post appears. */
export type PostAuthor = {
  readonly name: string;
  readonly is_bot: boolean;
  /** False for names that an integration chose: there is no profile behind them. */
  readonly is_person: boolean;
  readonly icon_url: string;
  readonly icon_emoji: string;
};

export function usePostAuthor(post: Pick<Post, 'user_id' | 'props'>): PostAuthor {
  const t = useT();
  const user = useUser(post.user_id);
  const own_name = useDisplayName(post.user_id);
  const { from_webhook, override_username, webhook_display_name, override_icon_url, override_icon_emoji } = post.props;
  const is_webhook = from_webhook === 'true';
  const chosen = is_webhook || user?.is_bot ? override_username || (is_webhook ? webhook_display_name : '') || '' : '';
  return {
    name: chosen || own_name || t(m.unknown_person),
    is_bot: is_webhook || user?.is_bot === true || post.props.from_bot === 'true',
    is_person: !chosen,
    icon_url: override_icon_url ? (ownImagePath(override_icon_url, location.origin) ?? '') : '',
    icon_emoji: (override_icon_emoji ?? '').replace(/^:|:$/g, ''),
  };
}
