import { CONFIANZAS, frasesTraducibles, type IdiomaPack, type ProcesoPack } from '@conoceles/domain'
import { probar, probarRepetidas, type Falta } from '../falta.ts'

/** Texts of the public site in Spanish, by their key. */
export type Mensajes = Readonly<Record<string, string>>

/** Faults of the languages of a pack. Without the texts of the site only the sentences of the pack itself are checked. */
export function faltasDeIdiomas(pack: ProcesoPack, mensajes?: Mensajes): Falta[] {
  const idiomas = pack.idiomas ?? []
  const frases = Object.fromEntries([...frasesTraducibles(pack)].map((frase) => [frase, frase]))
  return [
    ...probarRepetidas(['idiomas'], idiomas, ({ codigo }) => codigo),
    ...idiomas.flatMap((idioma, at) => [
      ...nameFaltas(idioma, at),
      ...(mensajes ? textFaltas(idioma, { at, which: 'mensajes', known: mensajes }) : []),
      ...textFaltas(idioma, { at, which: 'frases', known: frases }),
    ]),
  ]
}

function nameFaltas({ codigo, nombre, sentido, validacion, fuente, confianza }: IdiomaPack, at: number): Falta[] {
  const quien = `El idioma «${codigo}»`
  return probar(['idiomas', at], [
    { falla: !isCodigo(codigo), en: ['codigo'], dice: `${quien} no tiene un código de BCP 47 en minúsculas`, remedio: 'Use uno como nah o yua' },
    { falla: /^es(-|$)/.test(codigo), en: ['codigo'], dice: `${quien} es español, que no se traduce`, remedio: 'Quítelo' },
    { falla: nombre.trim() === '' || nombre === codigo, en: ['nombre'], dice: `${quien} no tiene nombre propio`, remedio: 'Escríbalo en su lengua' },
    { falla: !['ltr', 'rtl'].includes(sentido), en: ['sentido'], dice: `${quien} no se escribe en ningún sentido`, remedio: 'Use ltr o rtl' },
    {
      falla: validacion !== null && (validacion.quien.trim() === '' || !/^\d{4}-\d{2}-\d{2}$/.test(validacion.fecha)),
      en: ['validacion'],
      dice: `A la validación de «${codigo}» le falta quién o cuándo`,
      remedio: 'Escriba «quien» y «fecha», o null',
    },
    { falla: !fuente || !CONFIANZAS.includes(confianza), dice: `${quien} no dice su fuente`, remedio: 'Escriba «fuente» y «confianza»' },
  ]) // prettier-ignore
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

function textFaltas(idioma: IdiomaPack, { at, which, known }: { at: number; which: 'mensajes' | 'frases'; known: Mensajes }): Falta[] {
  return Object.entries(idioma[which]).flatMap(([key, text]) => {
    const spanish = Object.hasOwn(known, key) ? known[key] : undefined
    const [said, asked] = [paramsOf(text), which === 'mensajes' ? paramsOf(spanish ?? '') : '']
    const quien = `${idioma.codigo}, «${key}»`
    return probar(['idiomas', at, which, key], [
      { falla: spanish === undefined, dice: `${quien} no es un texto del sitio`, remedio: 'Corrija la clave, o bórrela' },
      { falla: text.trim() === '', dice: `${quien} está vacío`, remedio: 'Tradúzcalo, o bórrelo' },
      { falla: spanish !== undefined && said !== asked, dice: `${quien} ${asked === '' ? 'no debe llevar variables' : `debe llevar ${asked}`} y lleva ${said || 'ninguna'}`, remedio: 'Use las mismas variables que el español' },
    ]) // prettier-ignore
  })
}

function paramsOf(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g))].sort().join(' ')
}
