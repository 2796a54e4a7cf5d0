(** The equations of calculus/backpropagation, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** one-path: d5c84045744ce78e *)
Theorem one_path
    (R : comUnitRingType)
    (eps : R)
    (w_11 : R)
    (v_1 : R)
    (x_1 : R)
    (yhat : R)
    (phi : R -> R)
    (u : R)
    (r : R)
    (a_1 : R)
    (z_1 : R)
    (s : R)
    (y : R)
    (phi' : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (z_1_is : z_1 = (s + (w_11 * x_1)))
    (a_1_is : a_1 = (phi z_1))
    (u_is : u = (r + (a_1 * v_1)))
    (yhat_is : yhat = (phi u))
    (unit : (2%:R : R) \is a GRing.unit)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_)))
    (ell_is : ell = ((1 / 2%:R) * ((yhat + (- y)) ^+ 2))) :
  ((1 / 2%:R) * (((phi (r + ((phi (s + ((w_11 + eps) * x_1))) * v_1))) + (- y)) ^+ 2)) = ell + eps * (v_1 * x_1 * (yhat + (- y)) * (phi' u) * (phi' z_1)).
Proof. prove. Qed.

(** move-a-left-factor: 37605e53841b9770 *)
Theorem move_a_left_factor
    (R : comUnitRingType)
    (n h d : nat)
    (delta : 'M[R]_(n, h))
    (A : 'M[R]_(n, d))
    (M : 'M[R]_(d, h)) :
  (dot delta (A *m M)) = (dot (A^T *m delta) M) :> R.
Proof. prove. Qed.

(** move-a-right-factor: 505f69735032130a *)
Theorem move_a_right_factor
    (R : comUnitRingType)
    (n h d : nat)
    (delta : 'M[R]_(n, h))
    (N : 'M[R]_(n, d))
    (W : 'M[R]_(d, h)) :
  (dot delta (N *m W)) = (dot (delta *m W^T) N) :> R.
Proof. prove. Qed.

(** move-an-entrywise-factor: bca0eca213d299a0 *)
Theorem move_an_entrywise_factor
    (R : comUnitRingType)
    (n h : nat)
    (delta : 'M[R]_(n, h))
    (Q : 'M[R]_(n, h))
    (S : 'M[R]_(n, h)) :
  (dot delta (had Q S)) = (dot (had delta S) Q) :> R.
Proof. prove. Qed.

(** backprop-output: 9551420f200e6b0d *)
Theorem backprop_output
    (R : comUnitRingType)
    (n k : nat)
    (eps : R)
    (Z_L : 'M[R]_(n, k))
    (d_Z_L : 'M[R]_(n, k))
    (c : 'M[R]_(n, k) -> R)
    (gradient_c : 'M[R]_(n, k) -> 'M[R]_(n, k))
    (A_L : 'M[R]_(n, k))
    (phi : R -> R)
    (phi' : R -> R)
    (small : eps * eps = 0)
    (A_L_is : A_L = (map_mx phi Z_L))
    (slope_of_c : forall X_ D_ : 'M[R]_(n, k), c (X_ + eps *: D_) = c X_ + eps * dot (gradient_c X_) D_)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (c (map_mx phi (Z_L + eps *: d_Z_L))) = (c A_L) + eps * dot (had (gradient_c A_L) (map_mx phi' Z_L)) d_Z_L.
Proof. prove. Qed.

(** backprop-hidden: c2c5cc74d0843080 *)
Theorem backprop_hidden
    (R : comUnitRingType)
    (n h k : nat)
    (eps : R)
    (Z_l : 'M[R]_(n, h))
    (d_Z_l : 'M[R]_(n, h))
    (delta_l_1 : 'M[R]_(n, k))
    (r_l_1 : 'M[R]_(n, k) -> R)
    (gradient_r_l_1 : 'M[R]_(n, k) -> 'M[R]_(n, k))
    (Z_l_1 : 'M[R]_(n, k))
    (A_l : 'M[R]_(n, h))
    (phi : R -> R)
    (W_l_1 : 'M[R]_(h, k))
    (b_l_1 : 'cV[R]_k)
    (phi' : R -> R)
    (small : eps * eps = 0)
    (A_l_is : A_l = (map_mx phi Z_l))
    (Z_l_1_is : Z_l_1 = ((A_l *m W_l_1) + ((const_mx 1 : 'cV[R]_n) *m b_l_1^T)))
    (delta_l_1_is : delta_l_1 = (gradient_r_l_1 Z_l_1))
    (slope_of_r_l_1 : forall X_ D_ : 'M[R]_(n, k), r_l_1 (X_ + eps *: D_) = r_l_1 X_ + eps * dot (gradient_r_l_1 X_) D_)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (r_l_1 (((map_mx phi (Z_l + eps *: d_Z_l)) *m W_l_1) + ((const_mx 1 : 'cV[R]_n) *m b_l_1^T))) = (r_l_1 Z_l_1) + eps * dot (had (delta_l_1 *m W_l_1^T) (map_mx phi' Z_l)) d_Z_l.
Proof. prove. Qed.

(** backprop-weights: 4f90fbfdc537e2c7 *)
Theorem backprop_weights
    (R : comUnitRingType)
    (d h n : nat)
    (eps : R)
    (W_l : 'M[R]_(d, h))
    (d_W_l : 'M[R]_(d, h))
    (A_l_1 : 'M[R]_(n, d))
    (delta_l : 'M[R]_(n, h))
    (r_l : 'M[R]_(n, h) -> R)
    (gradient_r_l : 'M[R]_(n, h) -> 'M[R]_(n, h))
    (Z_l : 'M[R]_(n, h))
    (b_l : 'cV[R]_h)
    (small : eps * eps = 0)
    (Z_l_is : Z_l = ((A_l_1 *m W_l) + ((const_mx 1 : 'cV[R]_n) *m b_l^T)))
    (delta_l_is : delta_l = (gradient_r_l Z_l))
    (slope_of_r_l : forall X_ D_ : 'M[R]_(n, h), r_l (X_ + eps *: D_) = r_l X_ + eps * dot (gradient_r_l X_) D_) :
  (r_l ((A_l_1 *m (W_l + eps *: d_W_l)) + ((const_mx 1 : 'cV[R]_n) *m b_l^T))) = (r_l Z_l) + eps * dot (A_l_1^T *m delta_l) d_W_l.
Proof. prove. Qed.

(** backprop-biases: aafff03233e6c180 *)
Theorem backprop_biases
    (R : comUnitRingType)
    (h n d : nat)
    (eps : R)
    (b_l : 'cV[R]_h)
    (d_b_l : 'cV[R]_h)
    (delta_l : 'M[R]_(n, h))
    (r_l : 'M[R]_(n, h) -> R)
    (gradient_r_l : 'M[R]_(n, h) -> 'M[R]_(n, h))
    (Z_l : 'M[R]_(n, h))
    (A_l_1 : 'M[R]_(n, d))
    (W_l : 'M[R]_(d, h))
    (small : eps * eps = 0)
    (Z_l_is : Z_l = ((A_l_1 *m W_l) + ((const_mx 1 : 'cV[R]_n) *m b_l^T)))
    (delta_l_is : delta_l = (gradient_r_l Z_l))
    (slope_of_r_l : forall X_ D_ : 'M[R]_(n, h), r_l (X_ + eps *: D_) = r_l X_ + eps * dot (gradient_r_l X_) D_) :
  (r_l ((A_l_1 *m W_l) + ((const_mx 1 : 'cV[R]_n) *m (b_l + eps *: d_b_l)^T))) = (r_l Z_l) + eps * dot (delta_l^T *m (const_mx 1 : 'cV[R]_n)) d_b_l.
Proof. prove. Qed.

(** two-layers-last-weights: b96bdff18f5783c8 *)
Theorem two_layers_last_weights
    (R : comUnitRingType)
    (h k n : nat)
    (eps : R)
    (W_2 : 'M[R]_(h, k))
    (d_W_2 : 'M[R]_(h, k))
    (A_1 : 'M[R]_(n, h))
    (delta_2 : 'M[R]_(n, k))
    (Y : 'M[R]_(n, k))
    (A_2 : 'M[R]_(n, k))
    (phi : R -> R)
    (Z_2 : 'M[R]_(n, k))
    (b_2 : 'cV[R]_k)
    (phi' : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (Z_2_is : Z_2 = ((A_1 *m W_2) + ((const_mx 1 : 'cV[R]_n) *m b_2^T)))
    (A_2_is : A_2 = (map_mx phi Z_2))
    (unit : (n%:R : R) \is a GRing.unit)
    (delta_2_is : delta_2 = (n%:R^-1 *: (had (A_2 + (- Y)) (map_mx phi' Z_2))))
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_)))
    (ell_is : ell = ((1 / 2%:R) * n%:R^-1 * (sqn (A_2 + (- Y))))) :
  ((1 / 2%:R) * n%:R^-1 * (sqn ((map_mx phi ((A_1 *m (W_2 + eps *: d_W_2)) + ((const_mx 1 : 'cV[R]_n) *m b_2^T))) + (- Y)))) = ell + eps * dot (A_1^T *m delta_2) d_W_2.
Proof. prove. Qed.

(** two-layers-first-weights: a171e35470a0eda0 *)
Theorem two_layers_first_weights
    (R : comUnitRingType)
    (d h n k : nat)
    (eps : R)
    (W_1 : 'M[R]_(d, h))
    (d_W_1 : 'M[R]_(d, h))
    (X : 'M[R]_(n, d))
    (delta_1 : 'M[R]_(n, h))
    (delta_2 : 'M[R]_(n, k))
    (Y : 'M[R]_(n, k))
    (A_2 : 'M[R]_(n, k))
    (phi : R -> R)
    (Z_2 : 'M[R]_(n, k))
    (A_1 : 'M[R]_(n, h))
    (Z_1 : 'M[R]_(n, h))
    (b_1 : 'cV[R]_h)
    (W_2 : 'M[R]_(h, k))
    (b_2 : 'cV[R]_k)
    (phi' : R -> R)
    (ell : R)
    (small : eps * eps = 0)
    (Z_1_is : Z_1 = ((X *m W_1) + ((const_mx 1 : 'cV[R]_n) *m b_1^T)))
    (A_1_is : A_1 = (map_mx phi Z_1))
    (Z_2_is : Z_2 = ((A_1 *m W_2) + ((const_mx 1 : 'cV[R]_n) *m b_2^T)))
    (A_2_is : A_2 = (map_mx phi Z_2))
    (unit : (n%:R : R) \is a GRing.unit)
    (delta_2_is : delta_2 = (n%:R^-1 *: (had (A_2 + (- Y)) (map_mx phi' Z_2))))
    (delta_1_is : delta_1 = (had (delta_2 *m W_2^T) (map_mx phi' Z_1)))
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_)))
    (ell_is : ell = ((1 / 2%:R) * n%:R^-1 * (sqn (A_2 + (- Y))))) :
  ((1 / 2%:R) * n%:R^-1 * (sqn ((map_mx phi (((map_mx phi ((X *m (W_1 + eps *: d_W_1)) + ((const_mx 1 : 'cV[R]_n) *m b_1^T))) *m W_2) + ((const_mx 1 : 'cV[R]_n) *m b_2^T))) + (- Y)))) = ell + eps * dot (X^T *m delta_1) d_W_1.
Proof. prove. Qed.

(** linear-layers-balance: 3796dcaa4b902ab3 *)
Theorem linear_layers_balance
    (R : comUnitRingType)
    (d h n k : nat)
    (eps : R)
    (W_1 : 'M[R]_(d, h))
    (d_W_1 : 'M[R]_(d, h))
    (X : 'M[R]_(n, d))
    (Y : 'M[R]_(n, k))
    (W_2 : 'M[R]_(h, k))
    (d_W_2 : 'M[R]_(h, k))
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit) :
  (((1 / 2%:R) * n%:R^-1 * (sqn ((X *m (W_1 + eps *: d_W_1) *m W_2) + (- Y)))) = ((1 / 2%:R) * n%:R^-1 * (sqn ((X *m W_1 *m W_2) + (- Y)))) + eps * dot (X^T *m (n%:R^-1 *: ((X *m W_1 *m W_2) + (- Y))) *m W_2^T) d_W_1) /\
  (((1 / 2%:R) * n%:R^-1 * (sqn ((X *m W_1 *m (W_2 + eps *: d_W_2)) + (- Y)))) = ((1 / 2%:R) * n%:R^-1 * (sqn ((X *m W_1 *m W_2) + (- Y)))) + eps * dot (W_1^T *m X^T *m (n%:R^-1 *: ((X *m W_1 *m W_2) + (- Y)))) d_W_2) /\
  ((W_1^T *m (X^T *m (n%:R^-1 *: ((X *m W_1 *m W_2) + (- Y))) *m W_2^T)) = ((W_1^T *m X^T *m (n%:R^-1 *: ((X *m W_1 *m W_2) + (- Y)))) *m W_2^T)).
Proof. prove. Qed.

(** residual-layer: 0c8d8e0371fd2626 *)
Theorem residual_layer
    (R : comUnitRingType)
    (n d : nat)
    (eps : R)
    (A_l_1 : 'M[R]_(n, d))
    (d_A_l_1 : 'M[R]_(n, d))
    (phi' : R -> R)
    (Z_l : 'M[R]_(n, d))
    (W_l : 'M[R]_d)
    (G : 'M[R]_(n, d))
    (g : 'M[R]_(n, d) -> R)
    (gradient_g : 'M[R]_(n, d) -> 'M[R]_(n, d))
    (A_l : 'M[R]_(n, d))
    (phi : R -> R)
    (small : eps * eps = 0)
    (Z_l_is : Z_l = (A_l_1 *m W_l))
    (A_l_is : A_l = ((map_mx phi Z_l) + A_l_1))
    (G_is : G = (gradient_g A_l))
    (slope_of_g : forall X_ D_ : 'M[R]_(n, d), g (X_ + eps *: D_) = g X_ + eps * dot (gradient_g X_) D_)
    (slope_of_phi : forall x_ y_, phi (x_ + eps * y_) = phi x_ + eps * (y_ * (phi' x_))) :
  (g ((map_mx phi ((A_l_1 + eps *: d_A_l_1) *m W_l)) + (A_l_1 + eps *: d_A_l_1))) = (g A_l) + eps * dot (((had (map_mx phi' Z_l) G) *m W_l^T) + G) d_A_l_1.
Proof. prove. Qed.

Print Assumptions one_path.
Print Assumptions move_a_left_factor.
Print Assumptions move_a_right_factor.
Print Assumptions move_an_entrywise_factor.
Print Assumptions backprop_output.
Print Assumptions backprop_hidden.
Print Assumptions backprop_weights.
Print Assumptions backprop_biases.
Print Assumptions two_layers_last_weights.
Print Assumptions two_layers_first_weights.
Print Assumptions linear_layers_balance.
Print Assumptions residual_layer.
