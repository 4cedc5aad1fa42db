import { createIntl, createIntlCache, useIntl, type IntlShape, type MessageDescriptor } from 'react-intl';

export { defineMessages, FormattedMessage } from 'react-intl';
export type { MessageDescriptor } from 'react-intl';

export type TextValues = Record<string, string | number | boolean | Date | null | undefined>;
export type Translate = (message: MessageDescriptor, values?: TextValues) => string;

const cache = createIntlCache();

/** The language of the page. Only English has texts now; numbers and dates follow the person's locale. */
export const intl: IntlShape = createIntl({ locale: 'en', defaultLocale: 'en' }, cache);

/** Text of a message outside of components. */
export const t: Translate = (message, values) => intl.formatMessage(message, values as Record<string, string>);

/** Text of messages inside components: `const t = useT(); t(m.title)`. */
export function useT(): Translate {
  const { formatMessage } = useIntl();
  return (message, values) => formatMessage(message, values as Record<string, string>);
}
