import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { extractText, hasText } from './extract-text.ts';

const zipped = (files: Record<string, string>) => Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));

/** A PDF with one line of text, as small as they come. */
export function tinyPdf(line: string): Buffer {
  const stream = `BT /F1 12 Tf 20 100 Td (${line}) Tj ET`;
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>', `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

describe('the words of a file', () => {
  test('are taken out of PDF, Office documents and text', async () => {
    expect(await extractText('plan.pdf', tinyPdf('Evacuate the harbour'))).toContain('Evacuate the harbour');
    const docx = zipped({ 'word/document.xml': '<w:document><w:p><w:r><w:t>First para</w:t></w:r><w:r><w:t>graph &amp; more</w:t></w:r></w:p><w:p><w:t>Second</w:t></w:p></w:document>', 'word/styles.xml': '<w:style>hidden</w:style>' });
    expect(await extractText('a.docx', docx)).toBe('First paragraph & more\nSecond\n');
    const xlsx = zipped({ 'xl/sharedStrings.xml': '<sst><si><t>Oslo</t></si><si><t>Bergen</t></si></sst>', 'xl/worksheets/sheet1.xml': '<row><c><v>17</v></c><c><v>4</v></c></row>' });
    expect((await extractText('b.xlsx', xlsx)).split(/\s+/).filter(Boolean)).toEqual(['Oslo', 'Bergen', '17', '4']);
    const pptx = zipped({ 'ppt/slides/slide1.xml': '<a:p><a:t>Agenda</a:t></a:p>' });
    expect(await extractText('c.pptx', pptx)).toBe('Agenda\n');
    const odt = zipped({ 'content.xml': '<text:h>Head</text:h><text:p>Body<text:s/>text</text:p>' });
    expect((await extractText('d.odt', odt)).split(/\s+/).filter(Boolean)).toEqual(['Head', 'Body', 'text']);
    expect(await extractText('e.log', Buffer.from('größer als 部署'))).toBe('größer als 部署');
    expect(await extractText('f.txt', Buffer.from('\ufeffWörter', 'utf16le'))).toContain('Wörter');
  });

  test('are none where there are only bytes, and an error where the file is broken', async () => {
    expect(await extractText('g.txt', Buffer.from([0, 1, 2, 3]))).toBe('');
    await expect(extractText('h.docx', Buffer.from('no zip'))).rejects.toThrow('invalid zip data');
    await expect(extractText('i.pdf', Buffer.from('no pdf'))).rejects.toThrow('Invalid PDF structure');
  });

  test('are not waited for without end, nor is a bomb unpacked', async () => {
    await expect(extractText('j.txt', Buffer.from('slow'), 0)).rejects.toThrow('could not be taken out within 0 s');
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 1024 * 1024) });
    expect(await extractText('k.docx', Buffer.from(bomb))).toBe('');
  });

  test('are looked for in kinds of files that have words, up to a size', () => {
    expect([{ extension: 'PDF', size: 10 }, { extension: 'png', size: 10 }, { extension: 'txt', size: 0 }, { extension: 'txt', size: 2 ** 30 }].map(hasText)).toEqual([true, false, false, false]);
  });
});
