import { createApp } from 'vue'
import '@conoceles/ui/style.css'
import UiGallery from '@conoceles/ui/gallery'

createApp(UiGallery, { title: 'Galería de componentes' }).mount('#app')
