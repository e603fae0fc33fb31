import { TextDecoder } from 'node:util';
import { decodeText, detectEncoding } from '../../src/import/encoding.ts';

/** The letter of a byte; empty for a byte that is none. */
function decodeByte(decoder: TextDecoder, byte: number): string {
  try {
    return decodeText(decoder, Buffer.from([byte]));
  } catch {
    return '';
  }
}

/** The bytes of a text in an encoding with one byte per letter, from the letters of its upper half. */
function encode(text: string, label: string): Buffer {
  const decoder = new TextDecoder(label, { fatal: true });
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decodeByte(decoder, byte), byte] as const));
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}

describe('detectEncoding', () => {
  it.each([
    ['utf-8', Buffer.from('Ünë')],
    ['utf-16le', Buffer.from('\uFEFFÜnë', 'utf16le')],
    ['utf-16le', Buffer.from('TY  - JOUR', 'utf16le')],
    ['utf-16be', Buffer.from('TY  - JOUR', 'utf16le').swap16()],
  ])('recognises Unicode: %s', async (label, bytes) => {
    expect(await detectEncoding(bytes)).toEqual({ label, isGuess: false });
  });

  it.each([
    ['windows-1252', 'AU  - Müller, Käthe\nTI  - Über Größe, d’après lui'],
    ['macintosh', 'AU  - Müller, Käthe\nTI  - Über Größe, d’après lui'],
    ['macintosh', 'TI  - Children’s rights – a “new” list'],
    ['windows-1251', 'AU  - Петров, Иван\nTI  - О защите детей в городах и сёлах'],
    ['iso-8859-2', 'AU  - Dvořák, Jiří\nTI  - Ochrana dětí před násilím na Slovensku'],
  ])('guesses %s from the letters', async (label, text) => {
    expect(await detectEncoding(encode(text, label))).toEqual({ label, isGuess: true });
  });

  it.each([
    ['gb18030', '中国的儿童保护政策研究', 'd6d0b9fab5c4b6f9cdafb1a3bba4d5feb2dfd1d0bebf'],
    ['shift_jis', '日本における子どもの保護', '93fa967b82c982a882af82e98e7182c782e082cc95db8cec'],
  ])('guesses %s, which has two bytes per letter: %s', async (label, text, hex) => {
    const bytes = Buffer.from(hex, 'hex');
    expect(await detectEncoding(bytes)).toEqual({ label, isGuess: true });
    expect(new TextDecoder(label).decode(bytes)).toBe(text);
  });

  it.each([
    ['<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>', 'iso-8859-2'],
    ['<html><head><meta charset="windows-1250"></head>Łódź', 'windows-1250'],
    ['% Encoding: ISO8859_2\n@book{a, title = {Łódź}}', 'iso-8859-2'],
    ['% Encoding: MacRoman\n@book{a, title = {Größe}}', 'macintosh'],
  ])('takes the encoding that the text names: %s', async (text, label) => {
    expect(await detectEncoding(encode(text, label))).toEqual({ label, isGuess: false });
  });

  it('keeps UTF-8 if few bytes are wrong', async () => {
    const bytes = Buffer.concat([Buffer.from('Über Größe für alle '), Buffer.from([0xff])]);
    expect(await detectEncoding(bytes)).toEqual({ label: 'utf-8', isGuess: true });
  });
});
