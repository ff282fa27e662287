/**
 * Keeps documents in memory: for demos, tests and hosts that keep nothing on the device. It is part of core, so that a
 * sample organisation runs without any adapter, and stands here beside the others.
 * @packageDocumentation
 */
export { createMemoryMedium, createMemoryStorage, type MemoryMedium, type MemoryStorageOptions } from '@coachkit/core';
