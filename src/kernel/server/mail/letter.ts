/** What a mail says, before it has a form. All texts are plain. */
export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** What somebody wrote, shown as a quotation. */
  readonly quotes?: readonly { readonly from: string; readonly text: string; readonly where?: string }[];
  readonly button?: { readonly label: string; readonly url: string };
  /** Small print. */
  readonly note?: string;
}

interface Frame {
  /** The name of the sending service. */
  readonly service: string;
  /** Its address, for the foot of the mail. */
  readonly url: string;
  readonly locale: string;
}

/** The letter for programs that show no HTML. */
export function letterAsText({ title, paragraphs, quotes = [], button, note }: Letter, { service, url }: Frame): string {
  const blocks = [
    title,
    ...paragraphs,
    ...quotes.map(({ from, text, where }) => `${where ? `${from} · ${where}` : from}\n${text.split('\n').map((line) => `> ${line}`).join('\n')}`),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...(note ? [note] : []),
    `-- \n${service}\n${url}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const FONT = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** The letter as a page for mail programs: tables and inline styles only, nothing is loaded from anywhere. */
export function letterAsHtml({ title, paragraphs, quotes = [], button, note }: Letter, { service, url, locale }: Frame): string {
  const parts = [
    `<h1 style="margin:0 0 16px;font:600 20px/28px ${FONT};color:#1c2430">${escapeHtml(title)}</h1>`,
    ...paragraphs.map((text) => `<p style="margin:0 0 16px;font:400 15px/23px ${FONT};color:#3a4453">${lines(text)}</p>`),
    ...quotes.map(quoteAsHtml),
    button ? buttonAsHtml(button) : '',
    note ? `<p style="margin:0 0 8px;font:400 13px/20px ${FONT};color:#6b7686">${lines(note)}</p>` : '',
  ];
  const foot = `<a href="${escapeHtml(url)}" style="color:#6b7686;text-decoration:none">${escapeHtml(service)}</a>`;
  return [
    `<!doctype html><html lang="${escapeHtml(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(title)}</title></head>`,
    '<body style="margin:0;padding:0;background:#f4f5f7"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f4f5f7"><tr><td align="center" style="padding:32px 16px">',
    `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px"><tr><td style="background:#ffffff;border:1px solid #e1e5ea;border-radius:10px;padding:32px">${parts.join('')}</td></tr>`,
    `<tr><td align="center" style="padding:16px;font:400 12px/18px ${FONT};color:#6b7686">${foot}</td></tr></table></td></tr></table></body></html>`,
  ].join('');
}

function quoteAsHtml({ from, text, where }: NonNullable<Letter['quotes']>[number]): string {
  const head = `<b style="color:#1c2430">${escapeHtml(from)}</b>${where ? ` <span style="color:#6b7686">${escapeHtml(where)}</span>` : ''}`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px"><tr><td style="border-left:3px solid #c9d1db;padding:4px 0 4px 14px;font:400 15px/23px ${FONT};color:#3a4453">${head}<br>${lines(text)}</td></tr></table>`;
}

function buttonAsHtml({ label, url }: NonNullable<Letter['button']>): string {
  const link = escapeHtml(url);
  const shown = `<p style="margin:0 0 16px;font:400 12px/18px ${FONT};color:#6b7686;word-break:break-all"><a href="${link}" style="color:#6b7686">${link}</a></p>`;
  return `<p style="margin:8px 0 16px"><a href="${link}" style="display:inline-block;background:#1f5fbf;border-radius:6px;padding:11px 20px;font:600 15px/20px ${FONT};color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></p>${shown}`;
}

function lines(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
