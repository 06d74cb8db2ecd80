import type { Finalidad, ReglasAvisoPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

export const FINALIDADES: Finalidad[] = [
  { clave: 'captura', texto: 'Capturar lo curricular', decision: null, detalle: '' },
  { clave: 'identidad', texto: 'Capturar lo de identidad', decision: 'tratamiento', detalle: '' },
  { clave: 'grupo', texto: 'Publicar el grupo', decision: 'publicacion', detalle: '' },
  { clave: 'cifras', texto: 'Contar sin nombres', decision: 'estadistica', detalle: '' },
]

/** Another law of another place: the data that the avisos of Valle Claro must hold. */
export const REGLAS_AVISO: ReglasAvisoPack = {
  entregable: null,
  leyes: [
    {
      ...{ clave: 'ley-del-valle', nombre: 'Ley del Valle', desde: '2020-01-01', hasta: null, articulos: 'artículo 1' },
      ...{ identifica: '1 de enero de 2020', autoridadGarante: 'Garante del Valle', ...invented },
      derechos: { ejercicio: '10', acceso: '11', oposicion: '14', responder: '20', improcedente: '22', recurrir: '30, 31' },
      comite: { articulo: '40, fracción II', ...invented },
    },
  ],
  partes: [
    {
      ...{ clave: 'responsable', nombre: 'Quién responde', avisos: ['integral', 'simplificado'], titulos: ['quién responde'] },
      ...{ contiene: [], articulos: { 'ley-del-valle': 'artículo 1' }, ...invented },
    },
  ],
  datos: [{ clave: 'instituto', nombre: 'Responsable', valor: 'Instituto de Valle Claro', ...invented }],
}
