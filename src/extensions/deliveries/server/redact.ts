const REMOVED = '[removed]';

// Compared without case and separators: API-Key, api_key and apiKey are one name.
const SECRET = /authorization|token|secret|password|passwd|passphrase|^pwd$|^pass$|signature|^sig$|cookie|apikey|privatekey|accesskey|credential|session|jwt|bearer|hmac|^auth$|^otp$|^pin$/;
// Names that look like a secret's and are none.
const HARMLESS = new Set(['sessions', 'tokentype', 'tokenscount']);

/** Whether a header or field of this name holds a secret. The one place that knows. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return SECRET.test(plain) && !HARMLESS.has(plain);
}

/** Headers without the values of those that hold secrets. */
export function redactHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, isSecretName(name) ? REMOVED : redactText(String(value))]])));
}

/** An address without user names, secret parameters, and the long parts of its path by which many receivers know their callers. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return redactText(url);
  const parsed = new URL(url);
  const path = parsed.pathname.split('/').map((part) => (/^(?=.*\d)[\w-]{20,}$/.test(part) ? `${part.slice(0, 4)}…` : part)).join('/');
  const query = [...parsed.searchParams].map(([name, value]) => `${encodeURIComponent(name)}=${isSecretName(name) ? REMOVED : encodeURIComponent(value)}`).join('&');
  return `${parsed.protocol}//${parsed.host}${path}${query && `?${query}`}`;
}

/** A body, JSON or form, without the values of fields that hold secrets; other texts without what looks like one. */
export function redactBody(body: unknown): string {
  if (body === undefined || body === null || body === '') return '';
  if (typeof body !== 'string') return JSON.stringify(redactValue(body));
  const start = body.trimStart()[0];
  if (start === '{' || start === '[') {
    try {
      return JSON.stringify(redactValue(JSON.parse(body)));
    } catch {
      return redactText(body);
    }
  }
  return /^[\w.%+[\]-]+=[^\s]*$/.test(body) ? redactForm(body) : redactText(body);
}

function redactValue(value: unknown, depth = 0): unknown {
  if (depth > 60) return REMOVED;
  if (typeof value === 'string') return redactText(value);
  if (Array.isArray(value)) return value.map((one) => redactValue(one, depth + 1));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isSecretName(name) && !isEmpty(inner) ? REMOVED : redactValue(inner, depth + 1)]));
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || typeof value === 'boolean';
}

// A form may carry JSON in a field: `payload` of the protocol's hooks.
function redactForm(body: string): string {
  const fields = [...new URLSearchParams(body)].map(([name, value]) => [name, isSecretName(name) ? REMOVED : /^\s*[[{]/.test(value) ? redactBody(value) : redactText(value)] as [string, string]);
  return new URLSearchParams(fields).toString();
}

const NAMED = /(["']?)([\w-]{2,40})\1\s{0,4}[=:]\s{0,4}/g;
const VALUE = /"[^"\n]{1,4000}"?|'[^'\n]{1,4000}'?|[^\s"'&,;<>]{1,4000}/y;

// In running text: `Bearer abc`, `password=abc`, `"token": "abc"`, and user names in addresses.
function redactText(text: string): string {
  if (!/[=:]|bearer|basic|token/i.test(text)) return text;
  return redactNamed(text.replace(/\b(Bearer|Basic|Token)\s+[\w.~+/=-]{6,}/gi, `$1 ${REMOVED}`)).replace(/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@:]{1,200}:[^\s/@]{1,200}@/gi, '$1');
}

function redactNamed(text: string): string {
  let out = '';
  let from = 0;
  for (const match of text.matchAll(NAMED)) {
    const at = match.index + match[0].length;
    if (match.index < from || !isSecretName(match[2]!)) continue;
    VALUE.lastIndex = at;
    const value = VALUE.exec(text)?.[0] ?? '';
    if (!value || value === REMOVED) continue;
    out += text.slice(from, at) + REMOVED;
    from = at + value.length;
  }
  return out + text.slice(from);
}
