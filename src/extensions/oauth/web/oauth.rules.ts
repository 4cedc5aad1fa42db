import type { AuthorizeRequest } from '../wire/index.ts';

const WORDS = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'code_challenge', 'code_challenge_method'] as const;

/** What an app asks for, as it stands in the address. */
export function requestOf(params: URLSearchParams): AuthorizeRequest {
  return Object.fromEntries(WORDS.map((name) => [name, params.get(name) ?? ''])) as unknown as AuthorizeRequest;
}

/** The host to which a person would go back; '' if it is no web address. */
export function hostOf(address: string): string {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol) ? new URL(address).host : '';
}
