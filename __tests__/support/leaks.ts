/** A password of words that appear nowhere else, between all that URLs, JSON, Markdown and shells give a meaning. */
export const hostilePassword = `Heron@Marmot/Ibex:Lynx#%?&=Tapir"\\Vole'[]!$()*+,; \`{}|<>~^_`

/** The words of it that can be read in a text; however it is encoded or escaped, its words stay what they are. */
export function leakedWords(text: string): string[] {
  const low = text.toLowerCase()
  const words = hostilePassword.match(/[A-Za-z]{4,}/g) ?? []
  const base64 = Buffer.from(hostilePassword).toString('base64').slice(0, 24)
  return [
    ...words.filter(word => low.includes(word.toLowerCase())),
    ...(text.includes(base64) ? [base64] : []),
  ]
}
