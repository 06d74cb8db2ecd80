import type { EntityManager } from 'typeorm'
import { razonesContraVoto } from '@conoceles/domain'
import { aprobacionPor, findVotados, type AprobacionDto } from '../../programa/aprobaciones/index.ts'
import { Acuerdo } from '../../registro/index.ts'
import type { Proceso } from '../../proceso/index.ts'
import { toIso } from '../../../shared/clock.ts'
import { PROPUESTA, type Borradores, type Turno } from '../borradores/index.ts'
import type { Borrador } from './borrador.entity.ts'
import type { Leido } from './borrador-leido.ts'
import type { ActoBorradorDto, AprobarBorradorDto, BorradorCompletoDto } from './versiones.dto.ts'
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

interface Aprobando extends AprobarBorradorDto {
  proceso: Proceso
  borradores: Pick<Borradores<Borrador, Leido, BorradorCompletoDto, Pick<ActoBorradorDto, 'alcance'>>, 'exigir' | 'materiaOf'>
}

/** The point in which the acuerdo was voted, or why it is accepted without one of its own. */
export async function aprobacionDe(
  turno: Turno<{ borrador: Borrador }>,
  { acuerdoId, vigenteDesde, motivo, proceso, borradores }: Aprobando,
): Promise<AprobacionDto | typeof PROPUESTA> {
  const organos = proceso.catalogos.organos.filter(({ aprueba }) => aprueba === 'comision')
  const votado = (await findVotados(turno.tx, organos.map(({ clave }) => clave))).find((each) => each.acuerdoId === acuerdoId) // prettier-ignore
  const materia = { clave: borradores.materiaOf(turno.borrador), entregable: null, enviadaEn: toIso(turno.borrador.guardadoEn) }
  const faltas = votado ? razonesContraVoto(votado, materia) : [SIN_SESION]
  const { sesion, puntoId } = votado ?? { sesion: null, puntoId: null }
  const contenido = { acuerdoId, vigenteDesde, sesion, puntoId }
  const excepcion = await borradores.exigir(turno, { acto: 'aprobar', contenido, faltas, motivo })
  if (excepcion === PROPUESTA) return excepcion
  return { voto: votado ? aprobacionPor(votado, { zona: proceso.zona, organos }) : null, excepcion }
}

const SIN_SESION = 'El acuerdo no se votó en ninguna sesión registrada.'
