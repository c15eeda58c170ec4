/** A password of words that appear nowhere else, between characters that URLs, JSON, Markdown and shells give a meaning. */
export const password = 'Kestrel@Wombat/Quokka:Numbat#%?&Dugong"\\Bilby'
export const wrongPassword = 'Axolotl@Pangolin/Tarsier:Caracal#%?&Okapi"\\Serval'

const words = (text: string) => text.match(/[A-Za-z]{4,}/g) ?? []

/**
 * What of the passwords can be read in a text. However a password is encoded, decoded or escaped, its words stay what
 * they are; base64 is the form in which they do not.
 */
export function leaksIn(text: string): string[] {
  const low = text.toLowerCase()
  return [password, wrongPassword].flatMap(secret => [
    ...words(secret).filter(word => low.includes(word.toLowerCase())),
    ...base64Cores(secret).filter(core => text.includes(core)),
  ])
}

/** The middle of its base64 at each of the three alignments that text before it can give. */
function base64Cores(secret: string): string[] {
  return [0, 1, 2].map(shift =>
    Buffer.from(' '.repeat(shift) + secret)
      .toString('base64')
      .slice(4, 40),
  )
}
