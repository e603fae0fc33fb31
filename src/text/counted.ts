/** Prints a number with its noun in English: 1 record, 1,200 records. The plural must end in s. */
export function printCount(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}
