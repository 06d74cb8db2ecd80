import type { EntityManager } from 'typeorm'
import { conArticulo, isConfirmada, type OrganoPack } from '@conoceles/domain'
import type { Proceso } from '../../proceso/index.ts'
import { enMayusculas } from '../../../shared/documentos/institucional/papel.ts'
import { cargoDe, EN_PALABRAS, type IntegrantesService } from '../sesiones/index.ts'

/** Signature of the Secretaría Ejecutiva on a day. Without a name that somebody confirmed, her post alone. */
export async function firmaSecretaria(
  tx: EntityManager,
  { proceso, dia, integrantes }: { proceso: Proceso; dia: string; integrantes: IntegrantesService },
): Promise<{ nombre: string; cargo: string }> {
  const found = await integrantes.secretaria(tx, proceso, dia)
  const { cargo } = proceso.catalogos.oficio.remitente
  return found && isConfirmada(found.confianza) ? { nombre: found.nombre, cargo: cargoDe(found, cargo) } : { nombre: '', cargo }
}

interface Firmante {
  organo: OrganoPack
  dia: string
  integrantes: IntegrantesService
  ejerce: 'presidencia' | 'secretaria_tecnica'
}

/** Holder of a charge in an organ on a day, as a signature: name first, where somebody confirmed it, then post. */
export async function firmaDelOrgano(tx: EntityManager, { organo, dia, integrantes, ejerce }: Firmante): Promise<string[]> {
  const acting = organo.sesiones ? await integrantes.enFunciones(tx, organo.clave, dia) : []
  const found = acting.find((each) => each.ejerce === ejerce && isConfirmada(each.confianza))
  const breve = { nombre: organo.breve ?? organo.nombre, ...(organo.articulo && { articulo: organo.articulo }) }
  const post = `${EN_PALABRAS[ejerce]} ${conArticulo(breve, 'de')}`
  return lineas({ nombre: found?.nombre ?? '', cargo: found?.puesto ?? post })
}

export function lineas({ nombre, cargo }: { nombre: string; cargo: string }): string[] {
  return [...(nombre === '' ? [] : [nombre]), enMayusculas(cargo)]
}
