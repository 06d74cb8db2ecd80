import {
  conArticulo,
  isConfirmada,
  membreteDe,
  sesionEnPalabras,
  type MembretePack,
  type Sourced,
  type OrganoPack,
  type Plantilla,
} from '@conoceles/domain'
import type { Proceso } from '../../../proceso/index.ts'
import { enMayusculas, enPapel } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { VersionDePunto } from '../aprobados.queries.ts'
import { cargoDe } from '../integrantes/cargos.ts'
import type { PuntoDto, SesionDetailDto } from '../sesiones.dto.ts'
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
  { nombre, puesto, encargo, ejerce }: SesionDetailDto['integrantes'][number],
  { organo, emisor }: Pick<Leida, 'organo' | 'emisor'>,
): { nombre: string; cargo: string } {
  const post = cargoDe({ puesto, encargo, ejerce }, emisor.secretaria)
  const charge = ejerce === null ? undefined : EN_EL_ORGANO[ejerce]
  const breve = conArticulo({ nombre: organo.breve ?? organo.nombre, ...(organo.articulo && { articulo: organo.articulo }) }, 'de')
  return { nombre, cargo: charge && !post.startsWith(charge) ? `${post}, ${charge} ${breve}` : post }
}

/** Charges that are told beside the post. */
const EN_EL_ORGANO: Record<string, string> = {
  presidencia: 'Presidencia',
  secretaria_tecnica: 'Secretaría Técnica',
}

interface Frame {
  titulo: string
  /** Instant of the act that it tells: the same act is the same bytes. */
  en: string
  marcas: string[]
}

/** A paper that is no letter. Its title is printed in capitals. */
export function papelDe({ sesion, emisor }: Leida, { titulo, en, marcas }: Frame, blocks: PdfBlock[]): PdfDocument {
  const { instituto, proceso, simulacro, membrete } = emisor
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
    membrete: enPapel(membreteDe(membrete, { instituto, dia: sesion.fecha }), { encabezado, marcas: all }),
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
export function papelDeSesion({ tipo }: Pick<SesionDetailDto, 'tipo'>, { papel = 'acta' }: OrganoPack): 'acta' | 'minuta' {
  return tipo === 'reunion_trabajo' ? 'minuta' : papel
}

/** A text of the pack as papers carry it: what nobody confirmed stays off them. */
export function impresa(said: ({ texto: string | null } & Sourced) | undefined): string | null {
  return said && isConfirmada(said.confianza) ? said.texto : null
}

/** Why no paper of this organ is final yet. */
export function faltasDeOrgano({ organo, emisor }: Pick<Leida, 'organo' | 'emisor'>): string[] {
  return [
    ...(isConfirmada(organo.confianza) ? [] : [`Nadie ha confirmado el nombre del órgano: ${organo.nombre}.`]),
    ...(emisor.lugar === null ? ['Nadie ha confirmado la ciudad en que se firman los documentos: sale sin ella.'] : []),
    ...sinConfirmar(organo.convocatoria?.fundamento, 'Nadie ha confirmado el fundamento de la convocatoria: sale sin él.'),
    ...sinConfirmar(
      organo.convocatoria?.representaciones,
      'Nadie ha confirmado si se convoca a las representaciones de los partidos políticos: la convocatoria sale sin ellas.',
    ),
  ]
}

function sinConfirmar(said: Sourced | undefined, text: string): string[] {
  return said && !isConfirmada(said.confianza) ? [text] : []
}
