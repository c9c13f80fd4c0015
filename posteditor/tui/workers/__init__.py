"""Work that goes on beside the screen, in daemon threads that nothing waits for."""
