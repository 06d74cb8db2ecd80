import {
  conArticulo,
  escrita,
  horaEnLetra,
  isConfirmada,
  localDay,
  longDate,
  membreteDe,
  sesionEnPalabras,
  type AcuerdosPack,
  type CamposDe,
  type Membrete,
  type OrganoPack,
  type ParrafoAcuerdo,
  type Plantilla,
  type Sourced,
} from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import type { EntregableDetailDto } from '../actividades/index.ts'
import type { AprobacionVotada, EmisorPapel } from '../sesiones/index.ts'
import { constanciaOf, conMarca, enMayusculas, enPapel, faltasDePapel, tablaOf } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

/** All that an acuerdo is drafted from. */
export interface ProyectoAcuerdo {
  emisor: EmisorPapel
  acuerdos: AcuerdosPack
  plantilla: Plantilla<'acuerdo'>
  entregable: EntregableDetailDto
  /** Its document as an oficio names it, with its article. */
  documento: string
  /** Organ that takes it. */
  organo: OrganoPack
  /** Organ that approved it before; null: none does. */
  antes: OrganoPack | null
  /** Organ to which it goes on; null: it ends here. */
  despues: OrganoPack | null
  /** Its votes, of any organ. */
  votos: AprobacionVotada[]
  /** Name and post of each who signs; a blank name is written by hand. */
  firmas: string[][]
  /** Instant of the draft. */
  ahora: string
}

/** The acuerdo of an organ on an actividad, drafted with its citations; what nobody confirmed is a gap that says why. */
export function toProyectoAcuerdo(proyecto: ProyectoAcuerdo): PdfDocument {
  const { emisor, organo, votos, ahora } = proyecto
  const voto = votos.filter((each) => each.organo === organo.clave).at(-1) ?? null
  const parts = partsOf(proyecto, voto)
  const document: PdfDocument = {
    ...{ title: enMayusculas(parts.rubro), institute: emisor.instituto, proceso: emisor.proceso, foot: parts.numero, notice: null },
    ...{ createdAt: ahora, orientation: 'portrait' },
    membrete: enPapel(membreteOf(proyecto), {
      encabezado: `Acuerdo ${parts.numero}`,
      marcas: [...(voto === null ? ['PROYECTO'] : []), ...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [])],
    }),
    blocks: [...bodyOf(parts), { type: 'signatures', signers: proyecto.firmas }, ...sourcesOf(proyecto)],
  }
  return faltasDePapel(document).length > 0 ? conMarca(document, 'BORRADOR') : document
}

/** An acuerdo of the Comisión bears its own name: the Secretaría only presents to the Pleno. */
function membreteOf({ emisor, organo, despues, ahora }: ProyectoAcuerdo): Membrete {
  const membrete = membreteDe(emisor.membrete, { instituto: emisor.instituto, dia: localDay(ahora, emisor.zona) })
  return despues === null ? membrete : { ...membrete, area: isConfirmada(organo.confianza) ? organo.nombre : null }
}

interface Parts {
  numero: string
  rubro: string
  antecedentes: string[]
  considerandos: string[]
  puntos: string[]
  emision: string
  cierre: string
}

function partsOf(proyecto: ProyectoAcuerdo, voto: AprobacionVotada | null): Parts {
  const { acuerdos, entregable } = proyecto
  const say = (parrafo: ParrafoAcuerdo) => orGap(parrafo, filled(parrafo.texto, proyecto))
  const own = (parrafos: readonly ParrafoAcuerdo[]) => parrafos.filter(({ actividades }) => actividades?.includes(entregable.actividad) ?? true).map(say)
  const decision = decisionOf(proyecto)
  const numero = voto?.acuerdo ?? numeroOf(proyecto)
  return {
    numero,
    rubro: rubroOf(proyecto, { numero, decide: decision.rubro }),
    antecedentes: [...own(acuerdos.antecedentes), antesText(proyecto)].filter((text) => text !== ''),
    considerandos: [...own(acuerdos.considerandos), ...marcoText(acuerdos)],
    puntos: [decision.punto, ...(proyecto.despues === null ? own(acuerdos.puntos) : [sometidoText(proyecto, proyecto.despues)])],
    emision: escrita(proyecto.plantilla, 'emision', SIN_VOTO),
    cierre: cierreText(proyecto, voto),
  }
} // prettier-ignore

/** The form of the number is that of the organ in which the actividad ends. */
function numeroOf({ acuerdos, despues, emisor, ahora }: ProyectoAcuerdo): string {
  if (despues !== null) return '[Escriba el número.]'
  return acuerdos.numeracion.patron.replaceAll('{anio}', localDay(ahora, emisor.zona).slice(0, 4))
}

/** An organ whose acuerdo goes on approves a project; the last one decides. */
function decisionOf({ acuerdos, entregable, documento, despues }: ProyectoAcuerdo): { rubro: string; punto: string } {
  if (despues !== null) return { rubro: `se aprueba ${enProyecto(documento)}`, punto: `Se aprueba ${enProyecto(documento)}.` }
  const found = acuerdos.decisiones.find(({ actividad }) => actividad === entregable.actividad)
  return found
    ? { rubro: found.rubro, punto: orGap(found, found.punto) }
    : { rubro: `se aprueba ${documento}`, punto: `Se aprueba ${documento}.` }
}

function enProyecto(documento: string): string {
  return documento.replace(/^el (?=(?:acuerdo|informe|plan)\b)/u, 'el proyecto de ')
}

function sometidoText(proyecto: ProyectoAcuerdo, despues: OrganoPack): string {
  return escrita(proyecto.plantilla, 'remision', {
    ...SIN_VOTO,
    documento: enProyecto(proyecto.documento),
    organo: conArticulo(despues, 'de'),
  })
}

function camposOf({ entregable, documento, organo, emisor }: ProyectoAcuerdo): Record<string, string> {
  const { numero: actividad, nombre, hitos } = entregable
  const vence = hitos.find(({ milestone }) => milestone === organo.aprueba)?.vence
  return {
    ...{ documento, actividad, nombre, organo: organo.nombre, proceso: emisor.proceso },
    vence: vence ? `, con término el ${longDate(vence)}` : '',
    // A document that is an acuerdo itself goes out as this one.
    remitido: documento.startsWith('el acuerdo ') ? 'el presente acuerdo' : documento,
  }
}

/** A field that nobody knows stays in its braces, and the paper a draft. */
function filled(texto: string, proyecto: ProyectoAcuerdo): string {
  const campos = camposOf(proyecto)
  return texto
    .replaceAll(/\b(al|del|el) \{organo\}/g, (_, article: keyof typeof ARTICULOS) => conArticulo(proyecto.organo, ARTICULOS[article]))
    .replaceAll(/\{(\w+)\}/g, (whole, name: string) => campos[name] ?? whole)
}

const ARTICULOS = { al: 'a', del: 'de', el: undefined } as const

/** Turns into a gap what nobody confirmed: the paper stays a draft while there is one. */
function orGap({ confianza }: Sourced, texto: string): string {
  return isConfirmada(confianza) ? texto : `[${texto}.]`
}

function rubroOf({ emisor, organo, antes, despues }: ProyectoAcuerdo, { numero, decide }: { numero: string; decide: string }): string {
  if (despues !== null) return `Acuerdo ${numero}, ${conArticulo(organo, 'de')} del ${emisor.instituto}, mediante el cual ${decide}`
  const from = antes === null ? '' : `, que emana ${conArticulo(antes, 'de')}`
  return `Acuerdo ${numero}, que presenta la ${emisor.secretaria} ${conArticulo(organo, 'a')} del ${emisor.instituto}${from}, mediante el cual ${decide}`
}

/** The vote of the organ before is the last of the antecedents. */
function antesText({ antes, votos, documento }: ProyectoAcuerdo): string {
  if (antes === null) return ''
  const voto = votos.filter(({ organo }) => organo === antes.clave).at(-1)
  if (!voto) return `[Asiente la sesión ${conArticulo({ ...antes, nombre: antes.breve ?? antes.nombre }, 'de')} en que se aprobó el proyecto.]`
  const acuerdo = voto.acuerdo === null ? '' : `, mediante el acuerdo ${voto.acuerdo}`
  return `El ${longDate(voto.fecha)}, en su ${sesionEnPalabras(voto)}, ${conArticulo(antes)} aprobó ${documento}${acuerdo}.`
} // prettier-ignore

function marcoText({ marco }: AcuerdosPack): string[] {
  if (marco.length === 0) return []
  return [`Que son aplicables: ${marco.map(({ texto }) => texto).join('; ')}.`]
}

const SIN_VOTO: CamposDe<'acuerdo'> = { votacion: '', ciudad: '', sesion: '', dia: '', hora: '', documento: '', organo: '' }

function cierreText({ emisor: { zona, lugar }, organo, plantilla }: ProyectoAcuerdo, voto: AprobacionVotada | null): string {
  if (voto === null) return '[Asiente la votación, el lugar, la sesión y la hora en que se aprobó.]'
  const hour = Temporal.Instant.from(voto.votadoEn.toISOString())
    .toZonedDateTimeISO(zona)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
  return escrita(plantilla, 'cierre', {
    ...SIN_VOTO,
    votacion: voto.unanime ? 'unanimidad' : 'mayoría',
    ciudad: lugar === null ? '' : `, en la ciudad de ${lugar}`,
    sesion: `${sesionEnPalabras(voto)} ${conArticulo(organo, 'de')}`,
    dia: longDate(voto.fecha),
    hora: horaEnLetra(hour),
  })
}

function bodyOf({ antecedentes, considerandos, puntos, emision, cierre }: Parts): PdfBlock[] {
  const titled = (text: string): PdfBlock => ({ type: 'lines', align: 'center', strong: true, keep: true, lines: [text] })
  const numbered = (texts: readonly string[], mark: (at: number) => string) =>
    texts.map((text, at): PdfBlock => ({ type: 'paragraph', text: `${mark(at)} ${text}`, runs: [{ text: `${mark(at)} `, strong: true }, { text }] }))
  return [
    titled('ANTECEDENTES'),
    ...numbered(antecedentes, (at) => `${at + 1}.`),
    titled('CONSIDERANDOS'),
    ...numbered(considerandos, (at) => `${ROMANOS[at] ?? at + 1}.`),
    { type: 'paragraph', text: emision, keep: true },
    titled('ACUERDO'),
    ...numbered(puntos, (at) => `${ORDINALES[at] ?? at + 1}.`),
    { type: 'paragraph', text: cierre, keep: true },
  ]
} // prettier-ignore

const ROMANOS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']
const ORDINALES = ['PRIMERO', 'SEGUNDO', 'TERCERO', 'CUARTO', 'QUINTO', 'SEXTO', 'SÉPTIMO', 'OCTAVO', 'NOVENO', 'DÉCIMO']

/** On a page apart from the acuerdo: where each of its parts comes from. */
function sourcesOf(proyecto: ProyectoAcuerdo): PdfBlock[] {
  const { entregable } = proyecto
  const rows = fuentesOf(proyecto)
  const base = fuenteComun(rows.map(({ fuente }) => fuente))
  const said = juntas(rows.map(({ parte, numero, fuente }) => ({ parte, numero, dice: base !== null && fuente.startsWith(base) ? placeIn(base, fuente) : fuente })))
  return [
    ...constanciaOf({ facts: [{ label: 'Actividad del programa de trabajo', text: `${entregable.numero}, ${entregable.nombre}` }], archivos: [] }),
    ...(base === null ? [] : [{ type: 'paragraph' as const, text: `Fuente: ${base}. La tabla dice en qué parte de ella está cada texto; de los demás, de dónde salen.` }]),
    tablaOf(['Parte', 'De dónde sale'], said),
  ]
} // prettier-ignore

interface Origen {
  parte: string
  /** Null: the only one of its kind. */
  numero: number | null
  fuente: string
}

function fuentesOf({ acuerdos, entregable, despues }: ProyectoAcuerdo): Origen[] {
  const own = ({ actividades }: ParrafoAcuerdo) => actividades?.includes(entregable.actividad) ?? true
  const rows = (parte: string, parrafos: readonly Sourced[]): Origen[] =>
    parrafos.map(({ fuente }, at) => ({ parte, numero: at + 1, fuente }))
  const comunes = [
    ...rows('Antecedente', acuerdos.antecedentes.filter(own)),
    ...rows('Considerando', acuerdos.considerandos.filter(own)),
    ...rows('Marco normativo', acuerdos.marco),
  ]
  if (despues !== null) return comunes
  const decisiones = acuerdos.decisiones.filter(({ actividad }) => actividad === entregable.actividad)
  return [
    { parte: 'Número', numero: null, fuente: acuerdos.numeracion.fuente },
    ...comunes,
    ...rows('Lo que se resuelve', decisiones),
    ...rows('Punto', acuerdos.puntos.filter(own)),
  ]
}

/** Neighbours of one kind that come from one place share a row: "Marco normativo 1 a 7". */
function juntas(rows: readonly (Omit<Origen, 'fuente'> & { dice: string })[]): string[][] {
  const groups: { parte: string; de: number | null; a: number | null; dice: string }[] = []
  for (const { parte, numero, dice } of rows) {
    const last = groups.at(-1)
    if (last?.parte === parte && last.dice === dice) last.a = numero
    else groups.push({ parte, de: numero, a: numero, dice })
  }
  return groups.map(({ parte, de, a, dice }) => [
    [parte, ...(de === null ? [] : [de === a ? String(de) : `${de} a ${String(a)}`])].join(' '),
    dice,
  ])
}

const SEVERAL = 3

/** Source that several share, up to where they part: it is said once. */
function fuenteComun(fuentes: readonly string[]): string | null {
  const [first = []] = fuentes.map(wordsOf)
  const alike = fuentes.map(wordsOf).filter(([word]) => word === first[0])
  const shared = first.findIndex((part, at) => alike.some((other) => other[at] !== part))
  const base = first.slice(0, shared === -1 ? first.length : shared).join(', ')
  return alike.length >= SEVERAL && base !== '' ? base : null
}

function wordsOf(fuente: string): string[] {
  return fuente.split(', ')
}

function placeIn(base: string, fuente: string): string {
  const place = fuente.slice(base.length).replace(/^[,:]? ?/u, '')
  return place === '' ? 'La fuente entera' : `${place.charAt(0).toLocaleUpperCase('es-MX')}${place.slice(1)}`
}
