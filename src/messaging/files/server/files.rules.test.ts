import { describe, expect, test } from 'vitest';
import { isPreviewable, mimeTypeOf } from './files.mime.ts';
import { cleanFileName, contentDisposition, extensionOf, isSigned, rangeOf, sentType, signLink } from './files.rules.ts';

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

describe('names of files', () => {
  test.each([
    ['plan.txt', 'plan.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\ann\\plan.txt', 'plan.txt'],
    ['a\u0000b\u202egpj.exe', 'abgpj.exe'],
    ['\ud800half', 'half'],
    ['', 'file'],
    ['..', 'file'],
    [`${'x'.repeat(300)}.txt`, 'x'.repeat(255)],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name)).toBe(kept);
  });

  test.each([['plan.TXT', 'txt'], ['archive.tar.gz', 'gz'], ['Makefile', ''], ['.env', 'env'], [`a.${'x'.repeat(40)}`, '']])('%j ends in %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});

describe('the type of a file', () => {
  test.each([
    ['txt', Buffer.from('words'), 'text/plain; charset=utf-8'],
    ['png', PNG, 'image/png'],
    ['png', Buffer.from('<svg onload=alert(1)>'), 'application/octet-stream'],
    ['jpg', PNG, 'image/png'],
    ['', PNG, 'image/png'],
    ['', Buffer.from('words'), 'text/plain; charset=utf-8'],
    ['', Buffer.from([0, 1, 2]), 'application/octet-stream'],
    ['unknown', Buffer.alloc(0), 'application/octet-stream'],
    ['svg', Buffer.from('<svg/>'), 'image/svg+xml'],
  ])('%j with its bytes is told', (extension, head, type) => {
    expect(mimeTypeOf(extension, head)).toBe(type);
  });

  test('previews are made of what is a picture, not of what says so', () => {
    expect([isPreviewable(PNG), isPreviewable(Buffer.from('<svg/>')), isPreviewable(Buffer.alloc(0))]).toEqual([true, false, false]);
  });

  test.each(['text/html; charset=utf-8', 'image/svg+xml', 'application/xhtml+xml', 'text/javascript', 'application/rss+xml'])('%s is sent as plain text', (type) => {
    expect(sentType(type)).toBe('text/plain; charset=utf-8');
  });
});

describe('headers', () => {
  test('only pictures, films and sounds are shown in place', () => {
    expect(contentDisposition('a.png', 'image/png', false)).toMatch(/^inline;/);
    expect(contentDisposition('a.png', 'image/png', true)).toMatch(/^attachment;/);
    for (const type of ['text/html', 'application/pdf', 'text/plain', 'image/svg+xml']) expect(contentDisposition('a', type, false)).toMatch(/^attachment;/);
  });

  test('a name cannot break out of its header', () => {
    const header = contentDisposition('a"\r\nset-cookie: x=1; ä.txt', 'text/plain', false);
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toBe(`attachment;filename="a___set-cookie: x=1; _.txt"; filename*=UTF-8''a%22%0D%0Aset-cookie%3A%20x%3D1%3B%20%C3%A4.txt`);
  });

  test.each([
    [undefined, 'all'],
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=4-', { start: 4, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=0-99', { start: 0, end: 9 }],
    ['bytes=10-', 'none'],
    ['bytes=-0', 'none'],
    ['bytes=5-2', 'all'],
    ['bytes=0-1,4-5', 'all'],
    ['pages=1-2', 'all'],
  ])('the range %j of ten bytes is %j', (header, range) => {
    expect(rangeOf(header, 10)).toEqual(range);
  });
});

test('a public link is valid for its file and secret only', () => {
  const hash = signLink('file-a', 'secret');
  expect(isSigned('file-a', hash, 'secret')).toBe(true);
  expect(isSigned('file-b', hash, 'secret')).toBe(false);
  expect(isSigned('file-a', hash, 'other')).toBe(false);
  expect(isSigned('file-a', '', 'secret')).toBe(false);
  expect(isSigned('file-a', signLink('file-a', ''), '')).toBe(false);
});
