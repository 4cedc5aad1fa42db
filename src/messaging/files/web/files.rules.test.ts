import { describe, expect, it } from 'vitest';
import { fileKind, fitBox, formatSize } from './files.rules.ts';

describe('files of a message', () => {
  it('tells pictures, films, code and archives apart', () => {
    const kind = (extension: string, mime_type: string) => fileKind({ extension, mime_type });
    expect([kind('png', 'image/png'), kind('mp4', 'video/mp4'), kind('py', 'text/x-python'), kind('tgz', 'application/gzip'), kind('log', 'text/plain'), kind('bin', 'application/octet-stream')])
      .toEqual(['image', 'video', 'code', 'archive', 'text', 'other']);
  });

  it('never draws SVG, which may hold scripts', () => {
    expect(fileKind({ extension: 'svg', mime_type: 'image/svg+xml' })).toBe('other');
  });

  it('writes sizes the way people read them', () => {
    expect([formatSize(24, 'en'), formatSize(1450, 'en'), formatSize(2_000_000, 'en'), formatSize(0, 'en')]).toEqual(['24B', '1.5 kB', '2 MB', '0B']);
  });

  it('keeps the shape of a picture', () => {
    expect(fitBox(1600, 800, 400, 300)).toEqual({ width: 400, height: 200 });
    expect(fitBox(40, 20, 400, 300)).toEqual({ width: 40, height: 20 });
    expect(fitBox(1, 5000, 400, 300)).toEqual({ width: 1, height: 300 });
  });
});
