import type { RouteRecordRaw } from 'vue-router'

/** What a persona may know of her data and ask about them. */
export const DERECHOS: RouteRecordRaw[] = [
  {
    path: '/candidaturas/:id/lecturas',
    name: 'lecturas',
    meta: { title: 'lecturas.tituloAjeno', permiso: 'identidad.lecturas' },
    component: async () => (await import('./features/lecturas/index.ts')).LecturasPage,
  },
]
