import { z } from 'zod';
import type { UserNotifyProps, UserTimezone } from '../wire/index.ts';

const text = () => z.string().nullish();
const texts = () => z.record(z.string(), z.string()).nullish();

/** The fields of a profile as clients send them: null is the same as absent. */
export const profileInput = {
  username: text(),
  email: text(),
  nickname: text(),
  first_name: text(),
  last_name: text(),
  position: text(),
  locale: text(),
  props: texts(),
  notify_props: texts().transform((value) => value as Partial<UserNotifyProps> | null | undefined),
  timezone: texts().transform((value) => value as UserTimezone | null | undefined),
  /** Proves that a change of the own address is wanted. */
  password: text(),
};
