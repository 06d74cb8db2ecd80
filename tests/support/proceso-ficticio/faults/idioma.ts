import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIANZAS, frasesTraducibles, type IdiomaPack, type ProcesoPack } from '@conoceles/domain'

const MESSAGES = join(__dirname, '../../../../apps/visor/src/messages/es-MX')

/** Every text of the visor in Spanish, by its key. */
export function mensajesEnEspanol(): Record<string, string> {
  const files = readdirSync(MESSAGES).map((file) => JSON.parse(readFileSync(join(MESSAGES, file), 'utf8')) as object)
  return Object.fromEntries(files.flatMap((file) => leaves(file, '')))
}

function leaves(tree: object, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, string | object]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}

/** Faults of the languages of a pack. */
export function idiomaFaults(pack: ProcesoPack): string[] {
  const idiomas = pack.idiomas ?? []
  const known = { mensajes: mensajesEnEspanol(), frases: Object.fromEntries([...frasesTraducibles(pack)].map((frase) => [frase, frase])) }
  const codigos = idiomas.map(({ codigo }) => codigo)
  return [
    ...codigos.filter((codigo, at) => codigos.indexOf(codigo) !== at).map((codigo) => `idioma ${codigo}: it is there twice`),
    ...idiomas.flatMap((idioma) => [
      ...nameFaults(idioma),
      ...textFaults('mensajes', idioma, known.mensajes),
      ...textFaults('frases', idioma, known.frases),
    ]),
  ]
}

function nameFaults({ codigo, nombre, sentido, validacion, fuente, confianza }: IdiomaPack): string[] {
  const faults = {
    'its code is no language of BCP 47 in small letters': !isCodigo(codigo),
    'Spanish needs no translation': /^es(-|$)/.test(codigo),
    'it has no name of its own': nombre.trim() === '' || nombre === codigo,
    'it is written neither from left to right nor from right to left': !['ltr', 'rtl'].includes(sentido),
    'its validation lacks the person or the day':
      validacion !== null && (validacion.quien.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(validacion.fecha)),
    'it has no source': !fuente || !CONFIANZAS.includes(confianza),
  }
  return Object.entries(faults).flatMap(([fault, is]) => (is ? [`idioma ${codigo}: ${fault}`] : []))
}

/** A language of two or three letters, as the registry writes it: its whole name, or the code that another replaced, is refused. */
function isCodigo(codigo: string): boolean {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(codigo)) return false
  const [language = ''] = codigo.split('-')
  try {
    const isNamed = language.length === 3 || new Intl.DisplayNames('es', { type: 'language', fallback: 'none' }).of(language) !== undefined
    return isNamed && Intl.getCanonicalLocales(codigo)[0]?.toLowerCase() === codigo
  } catch {
    return false
  }
}

function textFaults(which: 'mensajes' | 'frases', idioma: IdiomaPack, known: Readonly<Record<string, string>>): string[] {
  return Object.entries(idioma[which]).flatMap(([key, text]) => {
    const spanish = Object.hasOwn(known, key) ? known[key] : undefined
    const at = `idioma ${idioma.codigo}, ${which}: «${key}»`
    if (spanish === undefined) return [`${at} is no text of the site`]
    const [said, asked] = [paramsOf(text), which === 'mensajes' ? paramsOf(spanish) : '']
    return [
      ...(text.trim() === '' ? [`${at} is empty`] : []),
      ...(said === asked ? [] : [`${at} has to say ${asked || 'no {param}'} and says ${said || 'none'}`]),
    ]
  })
}

function paramsOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
}
