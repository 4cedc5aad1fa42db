import { setting } from '../settings.ts';

export const maxPayload = setting({ key: 'ServiceSettings.MaximumPayloadSizeBytes', default: 300_000, min: 1_000, max: 100_000_000, summary: 'Largest body of a call in bytes; files have a limit of their own.' });
export const maxUrl = setting({ key: 'ServiceSettings.MaximumURLLength', default: 2048, min: 256, max: 16_000, summary: 'Longest address of a call in characters.' });
export const webserverMode = setting({ key: 'ServiceSettings.WebserverMode', default: 'gzip', choices: ['gzip', 'uncompressed', 'disabled'], summary: 'Whether long answers are compressed for clients that take that.' });
export const trustedProxyHeaders = setting({ key: 'ServiceSettings.TrustedProxyIPHeader', default: [] as readonly string[], summary: "Headers in which your proxy names the caller's address, such as X-Forwarded-For. Set this only if nobody can pass the proxy by." });
export const strictTransport = setting({ key: 'ServiceSettings.TLSStrictTransport', default: false, summary: 'Browsers are told to come by HTTPS only.' });
export const strictTransportAge = setting({ key: 'ServiceSettings.TLSStrictTransportMaxAge', default: 63_072_000, min: 0, summary: 'For how many seconds browsers remember to come by HTTPS only.' });
export const frameAncestors = setting({ key: 'ServiceSettings.FrameAncestors', default: '', summary: 'Sites that may show the page in a frame, separated by blanks.' });

export const corsFrom = setting({ key: 'ServiceSettings.AllowCorsFrom', default: '', summary: "Sites whose pages may call this server from a browser, separated by blanks; * for every site, '' for none." });
export const corsExposedHeaders = setting({ key: 'ServiceSettings.CorsExposedHeaders', default: '', summary: 'Headers of answers that pages of other sites may read, separated by blanks.' });
export const corsCredentials = setting({ key: 'ServiceSettings.CorsAllowCredentials', default: false, summary: 'Pages of the sites in AllowCorsFrom may send cookies.' });
export const corsDebug = setting({ key: 'ServiceSettings.CorsDebug', default: false, summary: 'Calls from other sites are noted in the log.' });

export const limitRate = setting({ key: 'RateLimitSettings.Enable', default: false, summary: 'Callers are slowed down: 429 to whoever calls too often.' });
export const ratePerSecond = setting({ key: 'RateLimitSettings.PerSec', default: 10, min: 1, max: 1_000_000, summary: 'Calls a second that a caller may make in the long run.' });
export const rateBurst = setting({ key: 'RateLimitSettings.MaxBurst', default: 100, min: 0, max: 1_000_000, summary: 'Calls that a caller may make at once beyond that.' });
export const rateStoreSize = setting({ key: 'RateLimitSettings.MemoryStoreSize', default: 10_000, min: 1, max: 10_000_000, summary: 'How many callers are remembered at a time.' });
export const rateByAddress = setting({ key: 'RateLimitSettings.VaryByRemoteAddr', default: true, summary: 'Each address is a caller of its own.' });
export const rateByUser = setting({ key: 'RateLimitSettings.VaryByUser', default: false, summary: 'Each session, and each person, is a caller of its own; who has no session is known by address.' });
export const rateByHeader = setting({ key: 'RateLimitSettings.VaryByHeader', default: '', summary: 'Callers with different values of this header are different ones.' });

/** Settings of the server itself, whatever the features are. */
export const httpSettings = [
  maxPayload, maxUrl, webserverMode, trustedProxyHeaders, strictTransport, strictTransportAge, frameAncestors,
  corsFrom, corsExposedHeaders, corsCredentials, corsDebug,
  limitRate, ratePerSecond, rateBurst, rateStoreSize, rateByAddress, rateByUser, rateByHeader,
];
