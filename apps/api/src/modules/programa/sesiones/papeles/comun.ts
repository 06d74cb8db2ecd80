import {
  conArticulo,
  isConfirmada,
  membreteDe,
  representacionDe,
  sesionEnPalabras,
  type Membrete,
  type MembretePack,
  type Sourced,
  type OrganoPack,
  type Plantilla,
} from '@conoceles/domain'
import type { Proceso } from '../../../proceso/index.ts'
import { enMayusculas, enPapel, tablaOf } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { VersionDePunto } from '../aprobados.queries.ts'
import { cargoDe, EN_PALABRAS } from '../integrantes/cargos.ts'
import type { AsistenciaDto, ConvocatoriaDto, PuntoDto, SesionDetailDto } from '../sesiones.dto.ts'
import { agendaDe } from './agenda-impresa.ts'

/** All that the papers of a sesión are written from. */
export interface Leida {
  sesion: SesionDetailDto
  organo: OrganoPack
  versiones: VersionDePunto[]
  emisor: EmisorPapel
  /** Sentences of its papers. */
  convocatoria: Plantilla<'convocatoria'>
  ordenDelDia: Plantilla<'orden_del_dia'>
  acta: Plantilla<'acta'>
  asistencia: Plantilla<'asistencia'>
}

/** Issuer of a paper that the Secretaría Ejecutiva signs. */
export interface EmisorPapel {
  instituto: string
  proceso: string
  zona: string
  simulacro: boolean
  membrete: MembretePack | undefined
  /** City in which papers are signed; null: nobody confirmed it. */
  lugar: string | null
  /** Post of the Secretaría Ejecutiva. */
  secretaria: string
}

export function emisorPapel({ institutoNombre, nombre, zona, simulacro, catalogos: { membrete, oficio } }: Proceso): EmisorPapel {
  const { lugar, remitente } = oficio
  return {
    ...{ instituto: institutoNombre, proceso: nombre, zona, simulacro, membrete, secretaria: remitente.cargo },
    lugar: isConfirmada(lugar.confianza) ? lugar.texto : null,
  }
}

/** "Quinta Sesión Extraordinaria de la Comisión…". */
export function nombreEntero({ sesion, organo }: Pick<Leida, 'sesion' | 'organo'>): string {
  return `${sesionEnPalabras(sesion)} ${conArticulo(organo, 'de')}`
}

/** Points with the papers that go with each. */
export function puntosBlock(leida: Leida): PdfBlock {
  return {
    type: 'points',
    items: agendaDe(leida).map((each) => ({
      text: each.titulo,
      notes: each.fijo === null ? papelesDePunto(each.punto, leida.versiones) : [],
    })),
  }
}

function papelesDePunto({ entregable, documentos }: PuntoDto, versiones: readonly VersionDePunto[]): string[] {
  const version = versiones.find((each) => each.entregable === entregable?.clave)
  const papers = [
    ...(version ? [`${entregable?.documento ?? version.nombre} (versión ${version.numero})`] : []),
    ...documentos.map(({ nombre }) => nombre),
  ]
  return papers.length > 0 ? [`Se acompaña: ${papers.join('; ')}`] : []
}

/** Name and post of each person who acts on the day, with the charge that she has in the organ. */
export function personaDe(
  { nombre, puesto, encargo, ejerce }: Pick<SesionDetailDto['integrantes'][number], 'nombre' | 'puesto' | 'encargo' | 'ejerce'>,
  { organo, emisor }: Pick<Leida, 'organo' | 'emisor'>,
): { nombre: string; cargo: string } {
  const post = cargoDe({ puesto, encargo, ejerce }, emisor.secretaria)
  const breve = conArticulo({ nombre: organo.breve ?? organo.nombre, ...(organo.articulo && { articulo: organo.articulo }) }, 'de')
  if (DEL_ORGANO.includes(post)) return { nombre, cargo: `${post} ${breve}` }
  const charge = ejerce === null ? undefined : JUNTO_AL_PUESTO[ejerce]
  return { nombre, cargo: charge && !post.startsWith(charge) ? `${post}, ${charge} ${breve}` : post }
}

/** Post of somebody on the list of attendance, as she stood on that day. */
export function cargoEnLista({ integranteId, ejerce }: AsistenciaDto, leida: Leida): string {
  const known = leida.sesion.integrantes.find(({ id }) => id === integranteId)
  return personaDe({ nombre: '', puesto: null, encargo: ejerce, ...known, ejerce }, leida).cargo
}

/** Charges that are told beside the post. */
const JUNTO_AL_PUESTO: Record<string, string> = {
  presidencia: EN_PALABRAS.presidencia,
  secretaria_tecnica: EN_PALABRAS.secretaria_tecnica,
}
/** Charges that say nothing without their organ. */
const DEL_ORGANO: readonly string[] = [EN_PALABRAS.presidencia, EN_PALABRAS.integrante, EN_PALABRAS.secretaria_tecnica]

/** Letterhead of a paper of the organ: it bears its name, for no area of the institute issues it. */
export function membreteDelOrgano({ organo, emisor: { membrete, instituto }, sesion }: Leida): Membrete {
  return { ...membreteDe(membrete, { instituto, dia: sesion.fecha }), area: isConfirmada(organo.confianza) ? organo.nombre : null }
}

/** Representaciones of the parties, and who came for each; none where the sesión convenes none. */
export function representacionesBlock({ sesion, organo }: Leida, tabla = tablaOf): PdfBlock[] {
  if (sesion.convocadas.length === 0) return []
  return [
    {
      type: 'lines',
      align: 'start',
      strong: true,
      keep: true,
      lines: [`${organo.convocatoria?.representaciones?.texto ?? ''}, con voz y sin voto`],
    },
    tabla(['Partido político', 'Representante'], representantesDe(sesion)),
  ]
}

/** Each party with who came for it; before that is told, with room for her name. */
function representantesDe({ celebraciones, convocadas }: SesionDetailDto): string[][] {
  const told = celebraciones[0]?.representaciones ?? null
  return told
    ? told.map(({ nombre, presente, quien }) => [nombre, presente ? (quien ?? '') : 'No asistió'])
    : convocadas.map(({ nombre }) => [nombre, ''])
}

/** Signatures of the representaciones that came; before that is told, room for each of those that are convened. */
export function firmasDeRepresentaciones({ sesion }: Leida): string[][] {
  const told = sesion.celebraciones[0]?.representaciones ?? null
  if (told === null) return sesion.convocadas.map(({ nombre }) => [conMayuscula(representacionDe(nombre)), 'Nombre y firma'])
  return told.flatMap(({ nombre, presente, quien }) => (presente && quien ? [[quien, enMayusculas(representacionDe(nombre))]] : []))
}

function conMayuscula(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase('es-MX')}${text.slice(1)}`
}

/** "sesión", "reunión de trabajo". */
export function claseEnPalabras({ tipo }: Pick<SesionDetailDto, 'tipo'>): string {
  return tipo === 'reunion_trabajo' ? 'reunión de trabajo' : 'sesión'
}

interface Frame {
  titulo: string
  /** Instant of the act that it tells: the same act is the same bytes. */
  en: string
  marcas: string[]
}

/** A paper that is no letter. Its title is printed in capitals. */
export function papelDe(leida: Leida, { titulo, en, marcas }: Frame, blocks: PdfBlock[]): PdfDocument {
  const { sesion, emisor } = leida
  const { instituto, proceso, simulacro } = emisor
  const encabezado = `${titulo.split(' ')[0] ?? ''}, ${sesionEnPalabras(sesion)}`
  const all = [...marcas, ...(simulacro ? ['SIMULACRO, sin valor legal'] : [])]
  return {
    title: enMayusculas(titulo),
    institute: instituto,
    proceso,
    foot: encabezado,
    notice: null,
    createdAt: en,
    orientation: 'portrait',
    membrete: enPapel(membreteDelOrgano(leida), { encabezado, marcas: all }),
    blocks,
  }
}

/** ", en la Sala de Sesiones", ", de manera virtual": the place of a sesión in a sentence. */
export function lugarEnPalabras({ modalidad, lugar }: Pick<SesionDetailDto, 'modalidad' | 'lugar'>): string {
  const at = lugar === null ? '' : `${/^(?:Sala|Oficina|Biblioteca|Sede|Plataforma)\b/u.test(lugar) ? 'la ' : ''}${lugar}`
  if (modalidad === 'remota') return `, de manera virtual${at && `, mediante ${at}`}`
  const how = modalidad === 'mixta' ? ', de manera semipresencial' : ''
  return `${how}${at && `, en ${at}`}`
}

/** Paper that tells a sesión; that of a reunión de trabajo is a minuta in every organ. */
export function papelDeSesion({ tipo }: Pick<SesionDetailDto, 'tipo'>, { papel = 'acta' }: Pick<OrganoPack, 'papel'>): 'acta' | 'minuta' {
  return tipo === 'reunion_trabajo' ? 'minuta' : papel
}

/** A text of the pack as papers carry it: what nobody confirmed stays off them. */
export function impresa(said: ({ texto: string | null } & Sourced) | undefined): string | null {
  return said && isConfirmada(said.confianza) ? said.texto : null
}

/** Why no paper of this organ is final yet. */
export function faltasDeOrgano({ organo, emisor, sesion }: Pick<Leida, 'organo' | 'emisor' | 'sesion'>): string[] {
  return [
    ...(isConfirmada(organo.confianza) ? [] : [`Nadie ha confirmado el nombre del órgano: ${organo.nombre}.`]),
    ...(emisor.lugar === null ? ['Nadie ha confirmado la ciudad en que se firman los documentos: sale sin ella.'] : []),
    ...(fundamentoDe(organo, sesion.convocatoria) === null ? sinConfirmar(organo.convocatoria?.fundamento, SIN_FUNDAMENTO) : []),
    ...sinConfirmar(
      organo.convocatoria?.representaciones,
      'Nadie ha confirmado si se convoca a las representaciones de los partidos políticos: la convocatoria sale sin ellas.',
    ),
  ]
}

const SIN_FUNDAMENTO = 'Nadie ha confirmado el fundamento de la convocatoria: sale sin él.'

/** That of the pack once it is confirmed; before that, the one that the secretaría typed when it convened. */
export function fundamentoDe(organo: OrganoPack, convocatoria: Pick<ConvocatoriaDto, 'fundamento'> | null): string | null {
  return impresa(organo.convocatoria?.fundamento) ?? convocatoria?.fundamento ?? null
}

/** Data of a convocatoria that the secretaría may type: the pack has none that is confirmed. */
export function porEscribirDe(organo: OrganoPack, { lugar }: Pick<EmisorPapel, 'lugar'>): SesionDetailDto['porEscribir'] {
  return [
    ...(lugar === null ? ['ciudad' as const] : []),
    ...(impresa(organo.convocatoria?.fundamento) === null ? ['fundamento' as const] : []),
  ]
}

function sinConfirmar(said: Sourced | undefined, text: string): string[] {
  return said && !isConfirmada(said.confianza) ? [text] : []
}
