import { frasesTraducibles, type IdiomaPack, type ProcesoPack } from '@conoceles/domain'
import { mensajesEnEspanol } from '../mensajes.ts'

export const PSEUDO = 'qps-ploc'

/** No language: the Spanish text with other letters, some 40 % longer and between brackets, its params in place. */
export function pseudo(text: string): string {
  const letters = text
    .split(/(\{\w+\})/)
    .map((part, at) => (at % 2 === 1 ? part : part.replaceAll(/[aeiouáéíóú]/gi, (vowel) => LONG[vowel] ?? vowel)))
  return `⟦${letters.join('')}⟧`
}

const LONG: Record<string, string> = Object.fromEntries(
  ['aàâ', 'eèê', 'iìî', 'oòô', 'uùû', 'áàâ', 'éèê', 'íìî', 'óòô', 'úùû'].flatMap((each) => {
    const [from = '', ...to] = each
    return [
      [from, to.join('')],
      [from.toUpperCase(), to.join('').toUpperCase()],
    ]
  }),
)

/** A language of the tests. `has`: which of its texts it has, by their key or by the Spanish sentence; all unless told. */
export function idiomaDePrueba(pack: ProcesoPack, has: (key: string) => boolean = () => true): IdiomaPack {
  const mensajes = Object.entries(mensajesEnEspanol()).filter(([key]) => has(key))
  return {
    ...{ codigo: PSEUDO, nombre: 'Pséudo', sentido: 'ltr', validacion: null, fuente: 'Inventado para las pruebas', confianza: 'alta' },
    mensajes: Object.fromEntries(mensajes.map(([key, text]) => [key, pseudo(text)])),
    frases: Object.fromEntries([...frasesTraducibles(pack)].filter(has).map((text) => [text, pseudo(text)])),
  }
}
