"use strict";
// A time code leads to its moment in the film, plays to its end, and stops there.
for (const link of document.querySelectorAll("a.at")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const player = document.getElementById(link.dataset.player);
    const end = Number(link.dataset.end);
    const stop = () => {
      if (player.currentTime >= end) {
        player.pause();
        player.removeEventListener("timeupdate", stop);
      }
    };
    player.currentTime = Number(link.dataset.start);
    player.scrollIntoView({ block: "nearest" });
    if (end > Number(link.dataset.start)) {
      player.addEventListener("timeupdate", stop);
      player.play();
    }
  });
}

// The film's own controls are veiled with it, so it can be stopped from outside.
for (const button of document.querySelectorAll("button[data-player]")) {
  button.addEventListener("click", () => {
    const player = document.getElementById(button.dataset.player);
    if (player.paused) player.play();
    else player.pause();
  });
}
