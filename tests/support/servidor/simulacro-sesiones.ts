import type { ApiAccount } from './simulacro-server-api.ts'

interface Hecha {
  sesion: { id: string; version: number; integrantes: { id: string; voto: boolean }[]; puntos: { id: string }[] }
}

/** A sesión of the Comisión that was told as held on a day, from 10:00 to 11:00, with an acuerdo voted at 10:30; returns its id. */
export async function holdSesion(secretaria: ApiAccount, { fecha, acuerdo }: { fecha: string; acuerdo: string }): Promise<string> {
  const at = (hora: string) => `${fecha}T${hora}:00-06:00`
  const plan = { organo: 'comision', tipo: 'extraordinaria', fecha, hora: '10:00', modalidad: 'presencial', lugar: 'Sala' }
  const puntos = [{ titulo: 'Proyecto de acuerdo del simulacro', seVota: true, documentos: [] }]
  const programada = (await secretaria.post<Hecha>('/sesiones', { ...plan, puntos })).body.sesion
  const { id } = programada
  const call = { version: programada.version, convocadaEn: at('08:00'), documentos: [] }
  const { version, integrantes, puntos: agenda } = (await secretaria.post<Hecha>(`/sesiones/${id}/convocar`, call)).body.sesion
  const { status } = await secretaria.post(`/sesiones/${id}/celebrar`, {
    ...{ version, inicio: at('10:00'), fin: at('11:00') },
    asistencia: integrantes.map((each) => ({ integranteId: each.id, presente: true })),
    puntos: agenda.map((punto) => ({
      ...{ puntoId: punto.id, retirado: false, votadoEn: at('10:30'), acuerdo: { numero: acuerdo } },
      votos: integrantes.filter(({ voto }) => voto).map((each) => ({ integranteId: each.id, sentido: 'a_favor' })),
    })),
  })
  if (status !== 200) throw new Error(`the sesión was not held: ${status}`)
  return id
}
