import type { CelebracionSesion, Sesion } from '../../../../api-types.ts'

type Integrante = Sesion['integrantes'][number]

export interface Propia {
  id: string
  nombre: string
  ejerce: Integrante['encargo']
  voto: boolean
}

/** The charge that the holder of an account exercises in a sesión; null: none is known. */
export function propiaEn({ integrantes }: Pick<Sesion, 'integrantes'>, cuentaId: string | null): Propia | null {
  const own = cuentaId === null ? undefined : integrantes.find((each) => each.cuentaId === cuentaId)
  return own ? { id: own.id, nombre: own.nombre, ejerce: own.ejerce ?? own.encargo, voto: own.voto } : null
}

/** Her vote on a point as it was recorded; null: she has none on it. */
export function votoPropio(
  { puntos }: Pick<CelebracionSesion, 'puntos'>,
  { puntoId, integranteId }: { puntoId: string; integranteId: string | null },
) {
  const votos = puntos.find((punto) => punto.puntoId === puntoId)?.votos ?? []
  return votos.find((voto) => voto.integranteId === integranteId)?.sentido ?? null
}
