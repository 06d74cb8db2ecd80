import type { EntityManager } from 'typeorm'
import { conArticulo, isConfirmada, type OrganoPack } from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { enMayusculas } from '../../../shared/documentos/institucional/papel.ts'
import { cargoDe, type IntegrantesService } from '../sesiones/index.ts'

/** Signature of the Secretaría Ejecutiva on a day. Without a name that somebody confirmed, her post alone. */
export async function firmaSecretaria(
  tx: EntityManager,
  { proceso, dia, integrantes }: { proceso: Proceso; dia: string; integrantes: IntegrantesService },
): Promise<{ nombre: string; cargo: string }> {
  const found = await integrantes.secretaria(tx, proceso, dia)
  const { cargo } = proceso.catalogos.oficio.remitente
  return found && isConfirmada(found.confianza) ? { nombre: found.nombre, cargo: cargoDe(found, cargo) } : { nombre: '', cargo }
}

/** The presiding member of an organ on a day, as a signature: name first, where somebody confirmed it, then post. */
export async function firmaPresidencia(
  tx: EntityManager,
  { organo, dia, integrantes }: { organo: OrganoPack; dia: string; integrantes: IntegrantesService },
): Promise<string[]> {
  const acting = organo.sesiones ? await integrantes.enFunciones(tx, organo.clave, dia) : []
  const found = acting.find(({ ejerce, confianza }) => ejerce === 'presidencia' && isConfirmada(confianza))
  const post = `Presidencia ${conArticulo(organo, 'de')}`
  return lineas({ nombre: found?.nombre ?? '', cargo: found?.puesto ?? post })
}

export function lineas({ nombre, cargo }: { nombre: string; cargo: string }): string[] {
  return [...(nombre === '' ? [] : [nombre]), enMayusculas(cargo)]
}
