import { plainKey } from '../../base/text.ts'
import { clavesDelTexto, LUGAR_FINALIDADES, textoEntero, UNCONFIRMED, valuesOf, type DatosAviso } from './completar.ts'
import { ELECCIONES_CONSENTIMIENTO } from '../../captura/consentimiento.ts'
import { TIPOS_AVISO, type Finalidad, type PartePack, type ReglasAvisoPack, type TipoAviso } from './pack.ts'

/** A lack of an aviso, or a hint for the person who approves it, with its place. */
export interface FaltaAviso {
  /** A `falta` stops it from being sent and approved; an `advertencia` stops nothing. */
  gravedad: 'falta' | 'advertencia'
  /** Null: the purposes, which are of both. */
  aviso: TipoAviso | null
  /** Clave of the part; null when it is of none. */
  parte: string | null
  /** Line of the text, from 1; null when it is nowhere. */
  linea: number | null
  razon: string
}

export interface AvisoEscrito extends DatosAviso {
  integral: string
  simplificado: string
  reglas: Pick<ReglasAvisoPack, 'partes' | 'leyes'>
}

/** Everything that the parts of the pack ask of both texts, and of the purposes that they tell. */
export function faltasDelAviso(escrito: AvisoEscrito): FaltaAviso[] {
  return [...ofPurposes(escrito.finalidades), ...TIPOS_AVISO.flatMap((tipo) => ofText(escrito, tipo))]
}

function ofPurposes(finalidades: readonly Finalidad[]): FaltaAviso[] {
  const blank = finalidades.filter(({ texto }) => texto.trim() === '').length
  const absent = ELECCIONES_CONSENTIMIENTO.filter((decision) => !finalidades.some((each) => each.decision === decision))
  const razones = [
    ...(finalidades.length === 0 ? ['No hay finalidades.'] : []),
    ...(blank > 0 ? ['Hay una finalidad sin texto.'] : []),
    ...(finalidades.length > 0 ? absent.map((decision) => `Ninguna finalidad es la de la decisión sobre ${DECISION[decision]}.`) : []),
  ]
  return razones.map((razon) => ({ gravedad: 'falta', aviso: null, parte: 'finalidades', linea: null, razon }))
}

const DECISION = { tratamiento: 'el tratamiento', publicacion: 'la publicación', estadistica: 'la estadística' }

function ofText(escrito: AvisoEscrito, tipo: TipoAviso): FaltaAviso[] {
  const { reglas } = escrito
  const secciones = sectionsOf(escrito[tipo]).map((seccion) => ({ ...seccion, texto: textoEntero(seccion.texto, escrito) }))
  const said = (rest: Omit<FaltaAviso, 'aviso'>): FaltaAviso => ({ aviso: tipo, ...rest })
  return [
    ...reglas.partes.filter(({ avisos }) => avisos.includes(tipo)).flatMap((parte) => ofPart(parte, secciones).map(said)),
    ...ofKeys(escrito, tipo).map(said),
    ...ofLaw(escrito, tipo).map(said),
    ...unconfirmed(escrito[tipo], valuesOf(escrito)).map(said),
  ]
}

type Found = Omit<FaltaAviso, 'aviso'>

interface Section {
  linea: number
  titulo: string
  texto: string
}

function ofPart({ clave, nombre, titulos, contiene }: PartePack, secciones: readonly Section[]): Found[] {
  const own = secciones.filter(isOf(titulos))
  const [first] = own
  if (!first) return [{ gravedad: 'falta', parte: clave, linea: null, razon: `Falta: ${nombre}. Su título debe decir «${titulos.join('» o «')}».` }] // prettier-ignore
  const text = plainKey(own.map(({ titulo, texto }) => `${titulo} ${texto}`).join(' '))
  if (own.every(({ texto }) => plainKey(texto) === '')) {
    return [{ gravedad: 'falta', parte: clave, linea: first.linea, razon: `«${first.titulo}» está en blanco.` }]
  }
  return contiene
    .filter((words) => !words.split('/').some((word) => text.includes(plainKey(word))))
    .map((words) => ({ gravedad: 'falta', parte: clave, linea: first.linea, razon: `«${first.titulo}» no dice «${words.replaceAll('/', '» ni «')}».` })) // prettier-ignore
}

function isOf(titulos: readonly string[]): (seccion: Section) => boolean {
  return ({ titulo }) => titulos.some((words) => plainKey(titulo).includes(plainKey(words)))
}

/** Words of one part in a published text, as Markdown; empty: the text has no such part. */
export function textoDeParte(texto: string, { titulos }: Pick<PartePack, 'titulos'>): string {
  return sectionsOf(texto)
    .filter(isOf(titulos))
    .map((seccion) => seccion.texto.trim())
    .join('\n\n')
}

/** A section begins at a heading; in a text without headings below its title, at a paragraph that begins in bold. It holds those below it. */
function sectionsOf(texto: string): Section[] {
  const lines = texto.split('\n')
  const heads = lines.flatMap((line, at) => headOf(line, at) ?? [])
  const own = heads.some(({ level }) => level === 2) ? heads.filter(({ level }) => level < BOLD) : heads
  return own.map(({ linea, titulo, level, resto }, at) => {
    const next = own.slice(at + 1).find((each) => each.level <= level)
    return { linea, titulo, texto: [resto, ...lines.slice(linea, next ? next.linea - 1 : lines.length)].join('\n') }
  })
}

/** Below every heading. */
const BOLD = 7

function headOf(line: string, at: number): (Omit<Section, 'texto'> & { level: number; resto: string }) | null {
  const heading = /^(#{1,6})\s+(\S.*|)$/.exec(line)
  if (heading) return { linea: at + 1, titulo: heading[2] ?? '', level: (heading[1] ?? '').length, resto: '' }
  const bold = /^\*\*([^*]+)\*\*(.*)$/.exec(line)
  return bold && { linea: at + 1, titulo: bold[1] ?? '', level: BOLD, resto: bold[2] ?? '' }
}

function ofKeys(escrito: AvisoEscrito, tipo: TipoAviso): Found[] {
  const known = valuesOf(escrito)
  const used = clavesDelTexto(escrito[tipo])
  const unknown = used.filter(({ clave }) => !known.has(clave))
  const told = used.some(({ clave }) => clave === LUGAR_FINALIDADES)
  return [
    ...unknown.map(({ clave, linea }): Found => ({ gravedad: 'falta', parte: null, linea, razon: `Nadie sabe qué es {{${clave}}}.` })),
    ...(told
      ? []
      : [{ gravedad: 'falta' as const, parte: LUGAR_FINALIDADES, linea: null, razon: 'Escriba {{finalidades}} donde va la lista de finalidades: así el texto y lo que se consiente dicen lo mismo.' }]), // prettier-ignore
  ]
}

/** A law that was not in force, and in the integral, the one that is. */
function ofLaw({ ley, reglas, ...escrito }: AvisoEscrito, tipo: TipoAviso): Found[] {
  const lines = escrito[tipo].split('\n').map((line) => textoEntero(line, { ...escrito, ley }))
  const at = (words: string) => lines.findIndex((line) => plainKey(line).includes(plainKey(words))) + 1
  const others = reglas.leyes.filter(({ clave }) => clave !== ley?.clave).filter(({ identifica }) => at(identifica) > 0)
  const cites = ley === null || tipo === 'simplificado' || at(ley.identifica) > 0
  const rige = ley ? `rige la del ${ley.identifica}` : 'no se sabe cuál rige'
  return [
    ...others.map(({ identifica }): Found => ({ gravedad: 'advertencia', parte: 'fundamento', linea: at(identifica), razon: `Cita la ley del ${identifica}; en la fecha de este aviso ${rige}.` })), // prettier-ignore
    ...(cites ? [] : [{ gravedad: 'advertencia' as const, parte: 'fundamento', linea: null, razon: `No cita la ley que rige en la fecha de este aviso, la del ${ley.identifica}.` }]), // prettier-ignore
  ]
}

function unconfirmed(texto: string, values: ReadonlyMap<string, string>): Found[] {
  const claves = clavesDelTexto(texto)
  return texto.split('\n').flatMap((line, at): Found[] => {
    const own = claves.filter(({ linea, clave }) => linea === at + 1 && clave !== LUGAR_FINALIDADES)
    const open = UNCONFIRMED.test(line) || own.some(({ clave }) => UNCONFIRMED.test(values.get(clave) ?? ''))
    return open ? [{ gravedad: 'advertencia', parte: null, linea: at + 1, razon: 'Dice «por confirmar».' }] : []
  })
}
