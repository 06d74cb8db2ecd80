import {
  conArticulo,
  horaEnLetra,
  isConfirmada,
  localDay,
  longDate,
  membreteDe,
  sesionEnPalabras,
  type AcuerdosPack,
  type OrganoPack,
  type ParrafoAcuerdo,
  type Sourced,
} from '@conoceles/domain'
import { Temporal } from 'temporal-polyfill'
import type { EntregableDetailDto } from '../actividades/index.ts'
import type { AprobacionVotada, EmisorPapel } from '../sesiones/index.ts'
import { constanciaOf, conMarca, enMayusculas, enPapel, faltasDePapel, tablaOf } from '../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'

/** All that a proyecto de acuerdo is drafted from. */
export interface ProyectoAcuerdo {
  emisor: EmisorPapel
  acuerdos: AcuerdosPack
  entregable: EntregableDetailDto
  /** Its document as an oficio names it, with its article. */
  documento: string
  pleno: OrganoPack
  /** Null: no organ of this proceso approves it before. */
  comision: OrganoPack | null
  /** Its votes, of any organ. */
  votos: AprobacionVotada[]
  /** Name and post of each who signs; a blank name is written by hand. */
  firmas: string[][]
  /** Instant of the draft. */
  ahora: string
}

/** The acuerdo with which the Pleno ends an actividad, drafted with its citations; what nobody confirmed is a gap that says why. */
export function toProyectoAcuerdo(proyecto: ProyectoAcuerdo): PdfDocument {
  const { emisor, pleno, votos, ahora } = proyecto
  const voto = votos.filter(({ organo }) => organo === pleno.clave).at(-1) ?? null
  const parts = partsOf(proyecto, voto)
  const document: PdfDocument = {
    ...{ title: enMayusculas(parts.rubro), institute: emisor.instituto, proceso: emisor.proceso, foot: parts.numero, notice: null },
    ...{ createdAt: ahora, orientation: 'portrait' },
    membrete: enPapel(membreteDe(emisor.membrete, { instituto: emisor.instituto, dia: localDay(ahora, emisor.zona) }), {
      encabezado: `Acuerdo ${parts.numero}`,
      marcas: [...(voto === null ? ['PROYECTO'] : []), ...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [])],
    }),
    blocks: [...bodyOf(parts), { type: 'signatures', signers: proyecto.firmas }, ...sourcesOf(proyecto)],
  }
  return faltasDePapel(document).length > 0 ? conMarca(document, 'BORRADOR') : document
}

interface Parts {
  numero: string
  rubro: string
  antecedentes: string[]
  considerandos: string[]
  puntos: string[]
  cierre: string
}

function partsOf(proyecto: ProyectoAcuerdo, voto: AprobacionVotada | null): Parts {
  const { emisor, acuerdos, entregable, documento, ahora } = proyecto
  const decision = acuerdos.decisiones.find(({ actividad }) => actividad === entregable.actividad)
  const campos = camposOf(proyecto)
  const say = (parrafo: ParrafoAcuerdo) => orGap(parrafo, filled(parrafo.texto, campos))
  const own = (parrafos: readonly ParrafoAcuerdo[]) => parrafos.filter(({ actividades }) => actividades?.includes(entregable.actividad) ?? true).map(say)
  const numero = voto?.acuerdo ?? acuerdos.numeracion.patron.replaceAll('{anio}', localDay(ahora, emisor.zona).slice(0, 4))
  const first = decision ? orGap(decision, decision.punto) : `Se aprueba ${documento}.`
  return {
    numero,
    rubro: rubroOf(proyecto, { numero, decide: decision?.rubro ?? `se aprueba ${documento}` }),
    antecedentes: [...own(acuerdos.antecedentes), comisionText(proyecto)].filter((text) => text !== ''),
    considerandos: [...own(acuerdos.considerandos), ...marcoText(acuerdos)],
    puntos: [first, ...own(acuerdos.puntos)],
    cierre: cierreText(proyecto, voto),
  }
} // prettier-ignore

function camposOf({ entregable, documento, pleno, emisor }: ProyectoAcuerdo): Record<string, string> {
  const { numero: actividad, nombre, hitos } = entregable
  const vence = hitos.find(({ milestone }) => milestone === pleno.aprueba)?.vence
  const term = vence ? `, con término el ${longDate(vence)}` : ''
  return { documento, actividad, nombre, organo: pleno.nombre, vence: term, proceso: emisor.proceso }
}

/** A field that nobody knows stays in its braces, and the paper a draft. */
function filled(texto: string, campos: Readonly<Record<string, string>>): string {
  return texto.replaceAll(/\{(\w+)\}/g, (whole, name: string) => campos[name] ?? whole)
}

/** Turns into a gap what nobody confirmed: the paper stays a draft while there is one. */
function orGap({ confianza }: Sourced, texto: string): string {
  return isConfirmada(confianza) ? texto : `[${texto}.]`
}

function rubroOf({ emisor, pleno, comision }: ProyectoAcuerdo, { numero, decide }: { numero: string; decide: string }): string {
  const from = comision === null ? '' : `, que emana ${conArticulo(comision, 'de')}`
  return `Acuerdo ${numero}, que presenta la ${emisor.secretaria} ${conArticulo(pleno, 'a')} del ${emisor.instituto}${from}, mediante el cual ${decide}`
}

/** The vote of the Comisión is the last of the antecedents. */
function comisionText({ comision, votos, documento }: ProyectoAcuerdo): string {
  if (comision === null) return ''
  const voto = votos.filter(({ organo }) => organo === comision.clave).at(-1)
  if (!voto) return `[Asiente la sesión ${conArticulo({ ...comision, nombre: comision.breve ?? comision.nombre }, 'de')} en que se aprobó el proyecto.]`
  return `El ${longDate(voto.fecha)}, en su ${sesionEnPalabras(voto)}, ${conArticulo(comision)} aprobó ${documento}.`
} // prettier-ignore

function marcoText({ marco }: AcuerdosPack): string[] {
  if (marco.length === 0) return []
  return [`Que son aplicables: ${marco.map(({ texto }) => texto).join('; ')}.`]
}

function cierreText({ emisor: { zona, lugar }, pleno }: ProyectoAcuerdo, voto: AprobacionVotada | null): string {
  if (voto === null) return '[Asiente la votación, el lugar, la sesión y la hora en que se aprobó.]'
  const hour = Temporal.Instant.from(voto.votadoEn.toISOString())
    .toZonedDateTimeISO(zona)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
  const where = lugar === null ? '' : `, en la ciudad de ${lugar}`
  const how = voto.unanime ? 'unanimidad' : 'mayoría'
  return `El presente acuerdo fue aprobado por ${how}${where}, en la ${sesionEnPalabras(voto)} ${conArticulo(pleno, 'de')}, celebrada el ${longDate(voto.fecha)}, siendo ${horaEnLetra(hour)}.`
}

function bodyOf({ antecedentes, considerandos, puntos, cierre }: Parts): PdfBlock[] {
  const titled = (text: string): PdfBlock => ({ type: 'lines', align: 'center', strong: true, keep: true, lines: [text] })
  const numbered = (texts: readonly string[], mark: (at: number) => string) =>
    texts.map((text, at): PdfBlock => ({ type: 'paragraph', text: `${mark(at)} ${text}`, runs: [{ text: `${mark(at)} `, strong: true }, { text }] }))
  return [
    titled('ANTECEDENTES'),
    ...numbered(antecedentes, (at) => `${at + 1}.`),
    titled('CONSIDERANDOS'),
    ...numbered(considerandos, (at) => `${ROMANOS[at] ?? at + 1}.`),
    { type: 'paragraph', text: 'Por lo anteriormente expuesto y fundado, se emite el siguiente:', keep: true },
    titled('ACUERDO'),
    ...numbered(puntos, (at) => `${ORDINALES[at] ?? at + 1}.`),
    { type: 'paragraph', text: cierre, keep: true },
  ]
} // prettier-ignore

const ROMANOS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV']
const ORDINALES = ['PRIMERO', 'SEGUNDO', 'TERCERO', 'CUARTO', 'QUINTO', 'SEXTO', 'SÉPTIMO', 'OCTAVO', 'NOVENO', 'DÉCIMO']

/** On a page apart from the acuerdo: where each of its parts comes from. */
function sourcesOf({ acuerdos, entregable }: ProyectoAcuerdo): PdfBlock[] {
  const own = ({ actividades }: ParrafoAcuerdo) => actividades?.includes(entregable.actividad) ?? true
  const rows = (part: string, parrafos: readonly Sourced[]) => parrafos.map(({ fuente }, at) => [`${part} ${at + 1}`, fuente])
  const decisiones = acuerdos.decisiones.filter(({ actividad }) => actividad === entregable.actividad)
  return [
    ...constanciaOf({ facts: [{ label: 'Actividad del programa de trabajo', text: `${entregable.numero}, ${entregable.nombre}` }], archivos: [] }),
    tablaOf(
      ['Parte', 'De dónde sale'],
      [
        ['Número', acuerdos.numeracion.fuente],
        ...rows('Antecedente', acuerdos.antecedentes.filter(own)),
        ...rows('Considerando', acuerdos.considerandos.filter(own)),
        ...rows('Marco normativo', acuerdos.marco),
        ...rows('Lo que se resuelve', decisiones),
        ...rows('Punto', acuerdos.puntos.filter(own)),
      ],
    ),
  ]
} // prettier-ignore
