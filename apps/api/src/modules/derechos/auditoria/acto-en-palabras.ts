import {
  dichosDe,
  materiaDe,
  nombreActo,
  nombreMateria,
  NOMBRES_ROL,
  searchWords,
  terminoDe,
  type Dicho,
  type Rol,
} from '@conoceles/domain'
import { cargoEl, type CuentaNombrada } from '../../acceso/index.ts'
import type { ActoRow } from './bitacora.queries.ts'

/** An act as it is chained. */
export interface ActoContenido {
  en: string
  sistema: string
  acto: string
  cuenta: string | null
  rol: string | null
  actor: string | null
  objeto: { tipo: string; id: string } | null
  detalle: Record<string, unknown>
}

export interface Nombrados {
  cuentas: ReadonlyMap<string, CuentaNombrada>
  nombres: ReadonlyMap<string, string>
  instante(iso: string): string
}

/** An act as people read it. */
export interface ActoEnPalabras {
  cuando: string
  acto: string
  materia: string
  quien: { nombre: string; cargo: string | null }
  sobre: { tipo: string; nombre: string | null } | null
  detalle: Dicho[]
}

const TIPOS: Readonly<Record<string, string>> = {
  aviso_borrador: 'Borrador del aviso de privacidad',
  borrador: 'Borrador de cuestionario',
  calendario: 'Enlace de calendario',
  codificacion: 'Codificación',
  confirmacion: 'Dato del paquete',
  documento_proteccion: 'Documento de protección de datos',
  etapa_conclusion: 'Etapa de la conclusión',
  factor: 'Segundo factor',
  familia: 'Dispositivo',
  importacion: 'Importación',
  integrante: 'Integrante de un órgano',
  omisiones: 'Lista de omisiones',
  politica: 'Política de publicación',
  propuesta: 'Propuesta de cuenta',
  remision: 'Remisión',
  sesion: 'Sesión',
  solicitud_derecho: 'Solicitud ARCO',
  vulneracion: 'Vulneración de datos',
}

const MONTHS = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/

export function enPalabras({ en, acto, cuenta, rol, objeto, detalle }: ActoContenido, nombrados: Nombrados): ActoEnPalabras {
  const { instante } = nombrados
  const known = cuenta === null ? undefined : nombrados.cuentas.get(cuenta)
  const nombre = (id: string) => nombrados.nombres.get(id) ?? nombrados.cuentas.get(id)?.nombre ?? null
  return {
    cuando: instante(en),
    acto: nombreActo(acto),
    materia: nombreMateria(materiaDe(acto)),
    quien: { nombre: known?.nombre ?? (rol === null ? 'El sistema' : 'Cuenta que ya no existe'), cargo: cargoDe({ known, rol, en }) },
    sobre: objeto && { tipo: TIPOS[objeto.tipo] ?? terminoDe(objeto.tipo), nombre: nombreDeObjeto(objeto.id, nombre) },
    detalle: dichosDe(detalle, { instante, nombre }),
  }
}

/** Everything that a row shows, as it is searched: each word that is printed is found. */
export function textoDe({ n, hash }: Pick<ActoRow, 'n' | 'hash'>, { cuando, acto, materia, ...rest }: ActoEnPalabras): string {
  return [
    plain([`Acto ${n} de la cadena`, cuando, acto, materia, hash]),
    textoDeQuien(rest),
    textoDeSobre(rest),
    textoDeDetalle(rest),
  ].join(' ')
}

export function textoDeQuien({ quien }: Pick<ActoEnPalabras, 'quien'>): string {
  return plain([quien.nombre, quien.cargo])
}

export function textoDeSobre({ sobre }: Pick<ActoEnPalabras, 'sobre'>): string {
  return sobre ? plain([sobre.tipo, sobre.nombre]) : ''
}

function textoDeDetalle({ detalle }: Pick<ActoEnPalabras, 'detalle'>): string {
  return plain(detalle.flatMap(({ termino, texto }) => [termino, texto]))
}

function plain(parts: readonly (string | null)[]): string {
  return searchWords(parts.join(' ')).join(' ')
}

/** The charge that the account held then, or the role under which it acted. */
function cargoDe({ known, rol, en }: { known: CuentaNombrada | undefined; rol: string | null; en: string }): string | null {
  const role = nombreDeRol(rol)
  if (!known) return role
  if (known.actor) return `${role ?? NOMBRES_ROL[known.rol]}, ${known.actor}`
  return role === null ? null : cargoEl(known, en, rol as Rol)
}

function nombreDeRol(rol: string | null): string | null {
  return rol === null ? null : (NOMBRES_ROL[rol as Rol] ?? terminoDe(rol))
}

function nombreDeObjeto(id: string, nombre: (id: string) => string | null): string | null {
  if (UUID.test(id)) return nombre(id)
  const [, clave, anio, mes] = /^(.{1,40})\/(\d{4})-(\d{2})$/.exec(id) ?? []
  if (clave !== undefined) return `${clave}, de ${MONTHS[Number(mes) - 1]} de ${anio}`
  return /^[a-z_]+$/.test(id) ? terminoDe(id) : id
}
