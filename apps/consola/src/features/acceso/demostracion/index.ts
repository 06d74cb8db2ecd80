import { defineAsyncComponent, type Component } from 'vue'

/** The files of a real proceso are built with mode `real`, and then hold nothing of this folder. */
const built = import.meta.env.MODE !== 'real'

export const DemostracionList: Component | null = built ? defineAsyncComponent(() => import('./DemostracionList.vue')) : null
export const CodigoDemostracion: Component | null = built ? defineAsyncComponent(() => import('./CodigoDemostracion.vue')) : null
