import { Fragment, useMemo, type ReactNode } from 'react';
import { FormattedMessage, intl, useT, type MessageDescriptor } from '#kernel/web/index.ts';
import type { Post } from '#messaging/posts/wire/index.ts';
import { system_messages as m } from '../../system.messages.ts';
import { gatherActivity, type Activity, type SystemPerson } from '../../system.rules.ts';
import { PostTime } from '../Post/PostHead.tsx';
import { PersonName } from './PersonName.tsx';
import styles from './SystemPost.module.css';

const NAMES_MAX = 3;

/** Who came and who left, as one quiet line. */
export function ActivityLine({ posts }: { posts: readonly Post[] }): ReactNode {
  const activities = useMemo(() => gatherActivity(posts), [posts]);
  return (
    <div className={styles.line}>
      <span className={styles.side} />
      <p className={styles.said}>
        {activities.map((activity, index) => <Fragment key={index}>{index > 0 && ' · '}<Sentence activity={activity} /></Fragment>)}
        <PostTime post={posts.at(-1)!} />
      </p>
    </div>
  );
}

function Sentence({ activity }: { activity: Activity }): ReactNode {
  const { kind, people, actor } = activity;
  const sentence: MessageDescriptor = m[kind];
  return <FormattedMessage {...sentence} values={{ people: <People people={people} />, count: people.length, actor: <PersonName person={actor} /> }} />;
}

function People({ people }: { people: readonly SystemPerson[] }): ReactNode {
  const t = useT();
  const shown = people.length > NAMES_MAX + 1 ? people.slice(0, NAMES_MAX) : people;
  const hidden = people.slice(shown.length);
  const names = shown.map((person, index) => <PersonName key={index} person={person} />);
  const rest = hidden.length ? [<span key="rest" title={intl.formatList(hidden.map((one) => one.username))}>{t(m.others, { count: hidden.length })}</span>] : [];
  return joinNodes([...names, ...rest]);
}

/** A list in the reader's language, e.g. "a, b and c", of elements instead of words. */
function joinNodes(nodes: readonly ReactNode[]): ReactNode {
  const list = new Intl.ListFormat(intl.locale).formatToParts(nodes.map((_, index) => String(index)));
  return list.map((part, index) => <Fragment key={index}>{part.type === 'element' ? nodes[Number(part.value)] : part.value}</Fragment>);
}
