import type { EntityManager } from 'typeorm'
import { claveMateria, razonesContraVoto } from '@conoceles/domain'
import { aprobacionPor, findVotados, type AprobacionDto, type AprobacionesService } from '../../programa/aprobaciones/index.ts'
import { Acuerdo } from '../../registro/index.ts'
import type { Proceso } from '../../proceso/index.ts'
import { toIso } from '../../../shared/clock.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Borrador } from './borrador.entity.ts'
import type { AprobarBorradorDto } from './versiones.dto.ts'
import { invalid } from '../../../shared/http/errors.ts'

/** An acuerdo of the Comisión, of the day on which the version comes into force at the latest. */
export async function findAprobador(
  tx: EntityManager,
  { id: procesoId, catalogos }: Proceso,
  { acuerdoId, vigenteDesde }: AprobarBorradorDto,
): Promise<Acuerdo> {
  const acuerdo = await tx.findOneBy(Acuerdo, { id: acuerdoId, procesoId })
  const organo = catalogos.organos.find(({ clave }) => clave === acuerdo?.organo)
  if (!acuerdo || organo?.aprueba !== 'comision') throw invalid('acuerdoId', 'No es un acuerdo registrado de la Comisión.')
  if (vigenteDesde < acuerdo.fecha) throw invalid('vigenteDesde', 'No puede entrar en vigor antes del acuerdo que lo aprueba.')
  return acuerdo
}

interface Turno {
  tx: EntityManager
  quien: Quien
  borrador: Borrador
  ahora: Date
}

interface Aprobando extends AprobarBorradorDto {
  proceso: Proceso
  aprobaciones: AprobacionesService
}

/** The point in which the acuerdo was voted, or why it is accepted without one of its own. */
export async function aprobacionDe(
  { tx, quien, borrador, ahora }: Turno,
  { acuerdoId, vigenteDesde, motivo = null, proceso, aprobaciones }: Aprobando,
): Promise<AprobacionDto | 'propuesta'> {
  const { id, procesoId, version, guardadoEn } = borrador
  const organos = proceso.catalogos.organos.filter(({ aprueba }) => aprueba === 'comision')
  const votado = (await findVotados(tx, organos.map(({ clave }) => clave))).find((each) => each.acuerdoId === acuerdoId) // prettier-ignore
  const clave = claveMateria('cuestionario', id)
  const faltas = votado ? razonesContraVoto(votado, { clave, entregable: null, enviadaEn: toIso(guardadoEn) }) : [SIN_SESION]
  const { sesion, puntoId } = votado ?? { sesion: null, puntoId: null }
  const contenido = { acuerdoId, vigenteDesde, sesion, puntoId }
  const pedido = { procesoId, materia: clave, acto: 'aprobar', version, contenido, faltas, motivo, ahora }
  const excepcion = await aprobaciones.exigir(tx, quien, pedido)
  if (excepcion === 'propuesta') return excepcion
  return { voto: votado ? aprobacionPor(votado, { zona: proceso.zona, organos }) : null, excepcion }
}

const SIN_SESION = 'El acuerdo no se votó en ninguna sesión registrada.'
